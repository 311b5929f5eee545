using PolicyQa.Analysis;
using PolicyQa.Corpus;

namespace PolicyQa.Questions;

/// <summary>Whom and what the corpus is about: departments, people, cities, years. Learnt from the pages; immutable.</summary>
public sealed class Catalog
{
    public Catalog(IReadOnlyList<Article> articles, Lexicon lexicon)
    {
        Articles = articles;
        Lexicon = lexicon;
        Departments = new DepartmentDirectory(articles, lexicon);
        People = [.. articles.SelectMany(a => new[] { a.Speaker, a.Reporter }).OfType<string>().SelectMany(n => n.Split([' ', '、', '\u3000'], StringSplitOptions.RemoveEmptyEntries)).Where(n => n.Length is >= 2 and <= 16).Distinct(StringComparer.Ordinal)];
        Cities = [.. articles.Select(a => a.City).OfType<string>().Select(CharacterFolding.Fold).Distinct(StringComparer.Ordinal)];
        Years = [.. articles.Select(a => a.Year).OfType<int>().Distinct().Order()];
    }

    public IReadOnlyList<Article> Articles { get; }

    public Lexicon Lexicon { get; }

    public DepartmentDirectory Departments { get; }

    /// <summary>Speakers and reporters, as printed.</summary>
    public IReadOnlyList<string> People { get; }

    /// <summary>Folded, with 市 where the page has it.</summary>
    public IReadOnlyList<string> Cities { get; }

    public IReadOnlyList<int> Years { get; }

    /// <summary>True where the corpus consists of interviews with departments, so that naming another department means another answer.</summary>
    public bool HasDepartments => Departments.Departments.Count > 0;

    /// <summary>A person's name in a folded question, also where one character is written with another that sounds alike.</summary>
    public (TextSpan Span, string Name)? FindPerson(string question)
    {
        foreach (var name in People)
        {
            var at = question.IndexOf(CharacterFolding.Fold(name), StringComparison.Ordinal);
            if (at >= 0) return (new TextSpan(at, at + name.Length), name);
        }

        foreach (var name in People)
        {
            for (var at = 0; at + name.Length <= question.Length; at++)
            {
                if (IsSlip(question.AsSpan(at, name.Length), CharacterFolding.Fold(name))) return (new TextSpan(at, at + name.Length), name);
            }
        }

        return null;
    }

    private static bool IsSlip(ReadOnlySpan<char> written, string name)
    {
        var same = 0;
        for (var i = 0; i < name.Length; i++)
        {
            if (written[i] == name[i]) same++;
            else if (!Pinyin.SoundAlike(written[i], name[i])) return false;
        }

        return same >= name.Length - 1 && same > 0;
    }
}
