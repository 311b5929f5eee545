using System.Text.RegularExpressions;
using PolicyQa.Analysis;
using PolicyQa.Corpus;

namespace PolicyQa.Questions;

/// <summary>Finds departments in questions: full names, short names, aliases, dropped characters, characters that sound alike.</summary>
public sealed partial class DepartmentDirectory
{
    private const string Prefixes = "市区县旗州盟省";
    private readonly Dictionary<string, Department?> _byName = new(StringComparer.Ordinal);
    private readonly int _longest;

    public DepartmentDirectory(IReadOnlyList<Article> articles, Lexicon lexicon)
    {
        Departments =
        [
            .. articles.Where(a => a.Department is not null)
                .GroupBy(a => a.Department!, StringComparer.Ordinal)
                .Select(g => new Department(g.Key, NamesOf(g.Key, g, lexicon), [.. g.Select(a => a.Id)])),
        ];
        foreach (var department in Departments)
        {
            foreach (var name in department.Names) _byName.TryAdd(name, department);
        }

        if (Departments.Count > 0)
        {
            // Public names of departments that this corpus lacks: to be recognised, and refused.
            foreach (var name in Lexicon.DepartmentNames.SelectMany(g => g.Words)) _byName.TryAdd(name, null);
        }

        _longest = _byName.Keys.Select(k => k.Length).DefaultIfEmpty(0).Max();
    }

    public IReadOnlyList<Department> Departments { get; }

    /// <summary>The department of that name (any of its names), or null.</summary>
    public Department? Find(string name)
    {
        var mentions = Mentions(CharacterFolding.Fold(name.Trim()));
        return mentions.Count == 1 ? mentions[0].Department : null;
    }

    /// <summary>Departments named in a folded question, in text order.</summary>
    public IReadOnlyList<DepartmentMention> Mentions(string question)
    {
        List<DepartmentMention> found = [];
        if (Departments.Count == 0) return found;
        for (var i = 0; i < question.Length; i++)
        {
            if (LongestAt(question, i) is not { } mention) continue;
            found.Add(mention);
            i = mention.Span.End - 1;
        }

        if (found.Count == 0) found.AddRange(Blurred(question));
        if (found.Count == 0 && UnknownPattern().Match(question) is { Success: true } unknown)
            found.Add(new DepartmentMention(new TextSpan(unknown.Index, unknown.Index + unknown.Length), unknown.Value, null));
        return found;
    }

    private DepartmentMention? LongestAt(string question, int at)
    {
        for (var length = Math.Min(_longest, question.Length - at); length >= 2; length--)
        {
            var word = question.Substring(at, length);
            if (!_byName.TryGetValue(word, out var department)) continue;
            if (department is null && length < 3) continue;
            return new DepartmentMention(new TextSpan(at, at + length), word, department);
        }

        return null;
    }

    /// <summary>市教局 for 市教育局 (characters left out), 教肓局 (characters that sound alike).</summary>
    private IEnumerable<DepartmentMention> Blurred(string question)
    {
        foreach (var department in Departments)
        {
            foreach (var name in department.Names.Where(n => n.Length >= 3))
            {
                for (var at = 0; at < question.Length; at++)
                {
                    for (var length = Math.Max(2, name.Length - 4); length <= Math.Min(name.Length, question.Length - at); length++)
                    {
                        var window = question.AsSpan(at, length);
                        if (length < name.Length ? Shortens(window, name) : SoundsLike(window, name) || LooksLike(window, name))
                        {
                            yield return new DepartmentMention(new TextSpan(at, at + length), window.ToString(), department);
                            yield break;
                        }
                    }
                }
            }
        }
    }

    /// <summary>First and last characters agree and the rest is a subsequence.</summary>
    private static bool Shortens(ReadOnlySpan<char> window, string name)
    {
        if (window[^1] != name[^1] || !(window[^1] is '局' or '委' or '办' or '厅' or '会')) return false;
        var core = name.AsSpan().TrimStart(Prefixes);
        window = window.TrimStart(Prefixes);
        if (window.Length < 2 || window.Length >= core.Length || window[0] != core[0]) return false;
        if (Ordinary().IsMatch(window)) return false;
        var i = 0;
        foreach (var c in core)
        {
            if (i < window.Length && window[i] == c) i++;
        }

        return i == window.Length;
    }

    private static bool SoundsLike(ReadOnlySpan<char> window, string name)
    {
        var same = 0;
        for (var i = 0; i < name.Length; i++)
        {
            if (window[i] == name[i]) same++;
            else if (!Pinyin.SoundAlike(window[i], name[i])) return false;
        }

        return same >= name.Length - 1 && same >= 2;
    }

    /// <summary>教肓局: one character inside is another, as eyes and keyboards slip; first and last stand.</summary>
    private static bool LooksLike(ReadOnlySpan<char> window, string name)
    {
        if (window[0] != name[0] || window[^1] != name[^1] || name[^1] is not ('局' or '委' or '厅')) return false;
        var same = 0;
        for (var i = 0; i < name.Length; i++) same += window[i] == name[i] ? 1 : 0;
        return same == name.Length - 1;
    }

    private static List<string> NamesOf(string department, IEnumerable<Article> articles, Lexicon lexicon)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (var alias in articles.SelectMany(a => a.DepartmentAliases).Prepend(department))
        {
            var folded = CharacterFolding.Fold(alias);
            names.Add(folded);
            names.Add(Core(folded, articles));
        }

        // Synonyms of words are no names: only groups that name this very department count.
        foreach (var group in names.SelectMany(n => lexicon.Synonyms(n)).ToArray()) names.Add(group);
        foreach (var group in Lexicon.DepartmentNames.Where(g => g.Words.Any(names.Contains)).ToArray()) names.UnionWith(group.Words);
        foreach (var name in names.ToArray())
        {
            if (!Prefixes.Contains(name[0])) names.Add("市" + name);
        }

        names.RemoveWhere(n => n.Length < 2);
        return [.. names.OrderByDescending(n => n.Length).ThenBy(n => n, StringComparer.Ordinal)];
    }

    private static string Core(string name, IEnumerable<Article> articles)
    {
        foreach (var city in articles.Select(a => a.City).OfType<string>().Select(CharacterFolding.Fold))
        {
            if (name.StartsWith(city, StringComparison.Ordinal)) name = name[city.Length..];
        }

        return name.Length > 2 && Prefixes.Contains(name[0]) ? name[1..] : name;
    }

    [GeneratedRegex(@"(?<=[市区县省]|^)(?:(?!哪|各|是|归|的|什么|这|那|由|问|和|跟)[\u4e00-\u9fff]){2,8}?(?<!布|格|全|结|当|大)(?:局|委员会|厅)(?!势|面|部|长期|限)")]
    private static partial Regex UnknownPattern();

    [GeneratedRegex("布局|格局|全局|结局|当局|大局|市委|区委|县委|省委|党委|常委|大会|社会|机会")]
    private static partial Regex Ordinary();
}
