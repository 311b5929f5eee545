#!/usr/bin/env bash
# Apache Lucene (Java) and PolicyQa on the same passages and questions, in one run.
#   apt-get install -y liblucene8-java default-jdk-headless
#   tests/PolicyQa.Benchmarks/compare.sh PASSAGES.jsonl.gz QUESTIONS.jsonl.gz [THREADS [PASSES]]
# Lucene only searches (words and bigrams, top 10 with their text); PolicyQa answers whole.
set -euo pipefail
passages=$(realpath "$1") questions=$(realpath "$2") threads=${3:-1} passes=${4:-5}
here=$(dirname "$(realpath "$0")")
jars=${LUCENE_JARS:-/usr/share/java}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

dotnet build "$here" -c Release -v quiet
ours() { dotnet "$here/bin/Release/net10.0/PolicyQa.Benchmarks.dll" "$@"; }
cp=$work:$(ls "$jars"/lucene-core-8*.jar "$jars"/lucene-analyzers-common-8*.jar "$jars"/lucene-analyzers-smartcn-8*.jar | paste -sd:)
javac -cp "$cp" -d "$work" "$here/LuceneBaseline.java"
ours tsv "$passages" "$questions" "$work/set"

java -Xmx6g -cp "$cp" LuceneBaseline smartcn+cjk "$work/set.p.tsv" "$work/set.q.tsv" "$threads" "$passes" | grep -v "^quality" | tee "$work/java"
ours measure "$passages" "$questions" "$threads" "$passes" | tee "$work/ours"

best() { sed -nE "s|^$2 .* ([0-9]+) $3.*|\1|p" "$work/$1" | sort -n | tail -n 1; }
echo
echo "| threads=$threads, best of the passes | Lucene (Java) | PolicyQa | ratio |"
echo "|---|---|---|---|"
row() { awk -v n="$1" -v a="$2" -v b="$3" 'BEGIN { printf "| %s | %d | %d | %.2f |\n", n, a, b, b / a }'; }
row "indexing, passages/s" "$(best java index passages/s)" "$(best ours index passages/s)"
row "bare searches/s against whole answers/s" "$(best java search q/s)" "$(best ours answer q/s)"
tail -n 1 "$work/ours"
