using System.Text;
using PolicyQa.Corpus;

namespace PolicyQa.Analysis;

/// <summary>
/// What the words mean beside what they say: synonyms and names of departments, from the shipped tables and from
/// <c>corpus/lexicon/*.txt</c> (one group a line: <c>词 = 同义词, 同义词</c>, or a word alone that must stay whole; # starts a comment). Immutable.
/// </summary>
public sealed class Lexicon
{
    private readonly Dictionary<string, List<SynonymGroup>> _groups = new(StringComparer.Ordinal);

    private Lexicon(IReadOnlyList<SynonymGroup> own, string fingerprint, IReadOnlyList<ReadProblem> problems)
    {
        OwnGroups = own;
        OwnWords = [.. own.SelectMany(g => g.Words).Distinct(StringComparer.Ordinal)];
        foreach (var group in own.Concat(Shipped()))
        {
            foreach (var word in group.Words.Distinct(StringComparer.Ordinal))
            {
                if (!_groups.TryGetValue(word, out var list)) _groups[word] = list = [];
                list.Add(group);
                LongestWord = Math.Max(LongestWord, word.Length);
            }
        }

        Fingerprint = fingerprint;
        Problems = problems;
    }

    /// <summary>The shipped tables alone.</summary>
    public static Lexicon Default { get; } = new([], "default", []);

    /// <summary>Folded words of the corpus's own lexicon files.</summary>
    public IReadOnlyList<string> OwnWords { get; }

    /// <summary>Groups of the corpus's own lexicon files, folded; a word alone is a group of one.</summary>
    public IReadOnlyList<SynonymGroup> OwnGroups { get; }

    /// <summary>Changes whenever a lexicon file does.</summary>
    public string Fingerprint { get; }

    /// <summary>Lines that could not be read, by file and number.</summary>
    public IReadOnlyList<ReadProblem> Problems { get; }

    /// <summary>Length of the longest word, for longest-match scans.</summary>
    public int LongestWord { get; }

    /// <summary>Groups of folded words that name the same kind of department (发展和改革委员会, 发改委 …), shipped.</summary>
    public static IReadOnlyList<SynonymGroup> DepartmentNames { get; } = [.. EmbeddedText.Lines("departments.txt").Select(Group)];

    /// <summary>Folded names of Chinese provinces and cities without 省 and 市.</summary>
    public static IReadOnlySet<string> Places { get; } = EmbeddedText.Lines("places.txt").SelectMany(l => l.Split(' ')).ToHashSet(StringComparer.Ordinal);

    /// <summary>Every folded word that some group has.</summary>
    public IReadOnlyCollection<string> Words => _groups.Keys;

    /// <summary>True where some group has <paramref name="word"/> (folded).</summary>
    public bool Knows(string word) => _groups.ContainsKey(word);

    /// <summary>Words that may stand for <paramref name="word"/> (folded), itself left out.</summary>
    public IReadOnlyList<string> Synonyms(string word) =>
        _groups.TryGetValue(word, out var groups)
            ? [.. groups.SelectMany(g => g.Words).Where(w => w != word).Distinct(StringComparer.Ordinal)]
            : [];

    /// <summary>Reads <c>lexicon/*.txt</c> below the corpus folder on top of the shipped tables; a missing folder is no fault.</summary>
    public static Lexicon Read(string corpusFolder)
    {
        var folder = Path.Combine(corpusFolder, CorpusFolder.Lexicon);
        if (!Directory.Exists(folder)) return Default;
        List<ReadProblem> problems = [];
        return Of(CorpusFolder.LoadLexicon(corpusFolder, problems), problems);
    }

    /// <summary>The same of files held in memory; those that are no lexicon are passed over.</summary>
    public static Lexicon Of(IEnumerable<SourceFile> files) => Of(files, []);

    private static Lexicon Of(IEnumerable<SourceFile> files, List<ReadProblem> problems)
    {
        List<SynonymGroup> groups = [];
        var all = new StringBuilder();
        foreach (var file in files.Where(f => CorpusFolder.IsLexicon(f.Path)).OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            try
            {
                var number = 0;
                foreach (var line in Lines(file.Bytes).ToArray())
                {
                    number++;
                    all.Append(line).Append('\n');
                    var text = line.Trim().TrimStart('\uFEFF');
                    if (text.Length == 0 || text[0] == '#') continue;
                    if (Parse(text) is { } group) groups.Add(group);
                    else problems.Add(new ReadProblem(file.Path, number, $"看不懂“{text}”，应写成“词 = 同义词, 同义词”或单独一个词，已跳过这一行。"));
                }
            }
            catch (DecoderFallbackException)
            {
                problems.Add(CorpusFolder.UnreadLexicon(file.Path));
            }
        }

        return new Lexicon(groups, all.ToString(), problems);
    }

    private static IEnumerable<string> Lines(byte[] bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), new UTF8Encoding(false, throwOnInvalidBytes: true));
        while (reader.ReadLine() is { } line) yield return line;
    }

    private static SynonymGroup? Parse(string line)
    {
        var parts = line.Replace('＝', '=').Split('=');
        // A word alone on its line: a name or term that must stay whole.
        if (parts.Length == 1) return IsWord(line) ? new SynonymGroup([CharacterFolding.Fold(line)]) : null;
        if (parts.Length != 2) return null;
        var words = parts[1].Split([',', '，', '、', ';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var head = parts[0].Trim();
        if (head.Length == 0 || words.Length == 0 || words.Prepend(head).Any(w => !IsWord(w))) return null;
        return new SynonymGroup([.. words.Prepend(head).Select(CharacterFolding.Fold)]);
    }

    private static bool IsWord(string text) => text.Length is >= 1 and <= 40 && text.All(c => char.IsLetterOrDigit(c) || c is '“' or '”' or '+' or '-' or '·' or '.' or '%' or '/');

    private static IEnumerable<SynonymGroup> Shipped() => EmbeddedText.Lines("synonyms.txt").Select(Group);

    private static SynonymGroup Group(string line) => new([.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(CharacterFolding.Fold)]);
}
