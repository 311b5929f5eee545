using PolicyQa.Analysis;
using PolicyQa.Corpus;

namespace PolicyQa.Comprehension;

/// <summary>
/// What each character of a text is, and how it stands to the other text (a question's to the passage, a passage's to
/// the question): shared characters, bigrams, words, how near the shared ones are, figures, names, word ends.
/// </summary>
internal static class ReaderFeatures
{
    /// <summary>Features of one character; all within 0–1.</summary>
    public const int Count = 30;

    private static readonly string[] Asking = ["什么", "多少", "哪", "几", "谁", "何", "怎", "为何", "多"];

    /// <summary>Both texts of one reading.</summary>
    public static (ReaderText Question, ReaderText Passage) Of(ReaderVocabulary vocabulary, string question, IReadOnlyList<TextSpan> questionWords, string passage, IReadOnlyList<TextSpan> passageWords)
    {
        var asked = AskedPart(question);
        var kind = asked.Of(question);
        var (asks, says) = (Ids(vocabulary, question), Ids(vocabulary, passage));
        return (Of(vocabulary, asks, questionWords, says, passageWords, kind, asked), Of(vocabulary, says, passageWords, asks, questionWords, kind, default));
    }

    /// <summary>What follows the question word and says of what kind the answer is: 年 in 哪一年, 名教师 in 多少名教师.</summary>
    internal static TextSpan AskedPart(string question)
    {
        var at = -1;
        var length = 0;
        foreach (var word in Asking)
        {
            var i = question.IndexOf(word, StringComparison.Ordinal);
            if (i < 0 || (at >= 0 && i >= at)) continue;
            (at, length) = (i, word.Length);
        }

        if (at < 0) return default;
        var start = at + length;
        var end = start;
        while (end < question.Length && end - start < 4 && char.IsLetterOrDigit(question[end])) end++;
        return new TextSpan(start, end);
    }

    private static ReaderText Ids(ReaderVocabulary vocabulary, string text)
    {
        var n = text.Length;
        var characters = new int[n];
        var bigrams = new int[n + 1];
        for (var i = 0; i < n; i++)
        {
            characters[i] = vocabulary.Id(text[i]);
            if (i > 0) bigrams[i] = vocabulary.Id(text[i - 1], text[i]);
        }

        return new ReaderText(text, characters, bigrams, new float[n * Count]);
    }

    private static ReaderText Of(ReaderVocabulary vocabulary, ReaderText read, IReadOnlyList<TextSpan> words, ReaderText otherRead, IReadOnlyList<TextSpan> otherWords, string kind, TextSpan own)
    {
        var (text, other, f) = (read.Folded, otherRead.Folded, read.Features);
        var (rarities, otherRarities) = (Rarities(vocabulary, read), Rarities(vocabulary, otherRead));
        var matched = Shared(rarities, text, other, f);
        Nearness(matched, f);
        Coverage(otherRarities, text, other, matched, f);
        Characters(text, kind, own, f);
        Words(rarities, text, words, other, otherWords, f);
        return read;
    }

    /// <summary>How rare the bigram is that begins at each character.</summary>
    private static float[] Rarities(ReaderVocabulary vocabulary, ReaderText read)
    {
        var rarities = new float[read.Length];
        for (var i = 0; i + 1 < rarities.Length; i++) rarities[i] = vocabulary.Rarity(read.Bigrams[i + 1]);
        return rarities;
    }

    /// <summary>0–2: the character, a bigram, a trigram here stands in the other text too; 5: how rare what stands here is. Returns how much each shared bigram says.</summary>
    private static float[] Shared(float[] rarities, string text, string other, float[] f)
    {
        var n = text.Length;
        var matched = new float[n];
        var (single, pairs) = (new HashSet<char>(other), new HashSet<int>());
        var triples = new HashSet<long>();
        for (var i = 0; i + 1 < other.Length; i++)
        {
            if (!Says(other[i]) || !Says(other[i + 1])) continue;
            pairs.Add((other[i] << 16) | other[i + 1]);
            if (i + 2 < other.Length && Says(other[i + 2])) triples.Add(((long)other[i] << 32) | ((long)other[i + 1] << 16) | other[i + 2]);
        }

        for (var i = 0; i < n; i++)
        {
            if (!Says(text[i])) continue;
            if (single.Contains(text[i])) f[i * Count] = 1;
            if (i + 1 >= n || !Says(text[i + 1])) continue;
            var rarity = rarities[i];
            f[i * Count + 5] = Math.Max(f[i * Count + 5], rarity);
            f[(i + 1) * Count + 5] = rarity;
            if (!pairs.Contains((text[i] << 16) | text[i + 1])) continue;
            matched[i] = Math.Max(matched[i], rarity);
            matched[i + 1] = rarity;
            f[i * Count + 1] = f[(i + 1) * Count + 1] = 1;
            if (i + 2 < n && triples.Contains(((long)text[i] << 32) | ((long)text[i + 1] << 16) | text[i + 2]))
                f[i * Count + 2] = f[(i + 1) * Count + 2] = f[(i + 2) * Count + 2] = 1;
        }

        return matched;
    }

    /// <summary>6–9: shared bigrams before and after, fading with distance, a fast and a slow fading.</summary>
    private static void Nearness(float[] matched, float[] f)
    {
        float fast = 0, slow = 0;
        for (var i = 0; i < matched.Length; i++)
        {
            f[i * Count + 6] = Squash(fast);
            f[i * Count + 7] = Squash(slow * 0.3f);
            fast = fast * 0.85f + matched[i];
            slow = slow * 0.97f + matched[i];
        }

        fast = slow = 0;
        for (var i = matched.Length - 1; i >= 0; i--)
        {
            f[i * Count + 8] = Squash(fast);
            f[i * Count + 9] = Squash(slow * 0.3f);
            fast = fast * 0.85f + matched[i];
            slow = slow * 0.97f + matched[i];
        }

        static float Squash(float x) => x / (1 + x);
    }

    /// <summary>10, 11: share of the other text's bigrams, by rarity, in this sentence, in this clause; 27: the sentence's relative to the best one's.</summary>
    private static void Coverage(float[] otherRarities, string text, string other, float[] matched, float[] f)
    {
        var ids = new Dictionary<int, (int Index, float Rarity)>();
        var total = 0f;
        for (var i = 0; i + 1 < other.Length; i++)
        {
            if (!Says(other[i]) || !Says(other[i + 1])) continue;
            var rarity = otherRarities[i];
            if (ids.TryAdd((other[i] << 16) | other[i + 1], (ids.Count, rarity))) total += rarity;
        }

        if (total <= 0) return;
        var best = 0f;
        foreach (var (feature, stops) in new[] { (10, "。!?;\n"), (11, "。!?;\n,:") })
        {
            var (start, seen) = (0, new HashSet<int>());
            var sum = 0f;
            for (var i = 0; i <= text.Length; i++)
            {
                if (i == text.Length || stops.Contains(text[i]))
                {
                    for (var k = start; k < i; k++) f[k * Count + feature] = sum / total;
                    if (feature == 10) best = Math.Max(best, sum / total);
                    (start, sum) = (i, 0);
                    seen.Clear();
                }
                else if (i + 1 < text.Length && matched[i] > 0 && ids.TryGetValue((text[i] << 16) | text[i + 1], out var id) && seen.Add(id.Index))
                {
                    sum += id.Rarity;
                }
            }
        }

        if (best <= 0) return;
        for (var k = 0; k < text.Length; k++) f[k * Count + 27] = f[k * Count + 10] / best;
    }

    /// <summary>12–21: figures and their units, dates, letters, names in marks, punctuation; 28, 29: the kind of answer asked for.</summary>
    private static void Characters(string text, string kind, TextSpan own, float[] f)
    {
        bool book = false, quote = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var row = f.AsSpan(i * Count, Count);
            if (c == '《') book = true;
            if (c is '“' or '「' or '『') quote = true;
            row[17] = book ? 1 : 0;
            row[18] = quote ? 1 : 0;
            if (c == '》') book = false;
            if (c is '”' or '」' or '』') quote = false;
            if (char.IsAsciiLetter(c)) row[16] = 1;
            if (c is '。' or '!' or '?' or '\n') row[19] = 1;
            else if (c is ',' or '、' or ';' or ':') row[20] = 1;
            else if (!Says(c)) row[21] = 1;
            if (kind.Contains(c)) row[28] = 1;
            if (own.Length > 0 && i >= own.Start - 2 && i < own.End) row[29] = 1;
        }

        for (var i = 0; i < text.Length;)
        {
            if (!IsNumeral(text[i]))
            {
                i++;
                continue;
            }

            var end = i;
            var digits = false;
            while (end < text.Length && (IsNumeral(text[end]) || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]) && digits)))
            {
                digits |= char.IsAsciiDigit(text[end]);
                end++;
            }

            var figure = digits || end - i >= 2 || (end < text.Length && text[end] is '年' or '月' or '日' or '%');
            for (var k = i; k < end; k++)
            {
                f[k * Count + 12] = 1;
                f[k * Count + 13] = figure ? 1 : 0;
            }

            if (figure && end < text.Length)
            {
                f[end * Count + 14] = 1;
                if (text[end] is '年' or '月' or '日' or '时')
                {
                    for (var k = i; k <= end; k++) f[k * Count + 15] = 1;
                }
            }

            i = end;
        }
    }

    /// <summary>3, 4: this word stands in the other text, and how rare it is; 22–26: where words begin and end, how long they are, whether they say anything.</summary>
    private static void Words(float[] rarities, string text, IReadOnlyList<TextSpan> words, string other, IReadOnlyList<TextSpan> otherWords, float[] f)
    {
        var lookup = otherWords.Select(w => w.Of(other)).ToHashSet(StringComparer.Ordinal);
        foreach (var span in words)
        {
            var word = span.Of(text);
            var says = !StopWords.Contains(word);
            var shared = says && lookup.Contains(word);
            var rarity = 0.3f;
            for (var i = span.Start; i + 1 < span.End; i++) rarity = Math.Max(rarity, rarities[i]);
            f[span.Start * Count + 22] = 1;
            f[(span.End - 1) * Count + 23] = 1;
            for (var i = span.Start; i < span.End; i++)
            {
                if (shared) (f[i * Count + 3], f[i * Count + 4]) = (1, rarity);
                f[i * Count + 24] = span.Length == 1 ? 1 : 0;
                f[i * Count + 25] = Math.Min(1, span.Length / 4f);
                f[i * Count + 26] = says ? 0 : 1;
            }
        }
    }

    private static bool IsNumeral(char c) => char.IsAsciiDigit(c) || c is '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' or '百' or '千' or '万' or '亿' or '两' or '〇' or '零';

    private static bool Says(char c) => c < 128 ? char.IsAsciiLetterOrDigit(c) : char.IsLetter(c);
}
