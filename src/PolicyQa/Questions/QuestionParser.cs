using PolicyQa.Analysis;
using PolicyQa.Corpus;

namespace PolicyQa.Questions;

/// <summary>Text in, <see cref="Question"/> out. Thread-safe.</summary>
public sealed partial class QuestionParser(Catalog catalog, FocusBuilder focus, ITermStatistics statistics)
{
    /// <summary>Understands the last question of a conversation; <paramref name="history"/> is oldest first.</summary>
    public Question Parse(string text, IReadOnlyList<string> history)
    {
        Question? previous = null;
        // 谢谢, 好的: nothing that a later question could hang on.
        foreach (var earlier in history.Where(h => !QuestionWords.IsSmallTalk(CharacterFolding.Fold(h)))) previous = Parse(earlier, previous);
        return Parse(text, previous);
    }

    private Question Parse(string text, Question? previous)
    {
        var alone = Parse(text, CharacterFolding.Fold(text.Trim()));
        if (previous is null) return alone;
        return new FollowUp(catalog).Resolve(alone, previous, resolved => Parse(text, resolved));
    }

    /// <summary>Understands a question that stands alone.</summary>
    internal Question Parse(string text, string folded)
    {
        var masked = new bool[folded.Length];
        foreach (System.Text.RegularExpressions.Match filler in QuestionWords.Fillers(folded)) Mask(masked, filler.Index, filler.Length);
        var mentions = catalog.Departments.Mentions(folded);
        foreach (var mention in mentions) Mask(masked, mention.Span);
        var person = catalog.FindPerson(folded);
        var year = YearExpressions.Find(folded);
        if (year is { } y) Mask(masked, y.Span);
        var (kind, asked, unit, noun) = QuestionWords.Find(folded);
        var across = QuestionWords.AsksAcross(folded);
        var (city, foreign, place) = FindPlace(folded, masked, mentions);
        if (place is { } p) Mask(masked, p);
        var qualifiers = Qualifiers.Find(folded, masked);
        var fact = FactOf(folded, kind, person is not null, mentions.Count > 0);
        var before = Unmasked(folded, masked, 0, asked.Start);
        var after = Unmasked(folded, masked, asked.End, folded.Length);
        Mask(masked, asked);
        var terms = focus.Build(folded, masked, qualifiers);
        var unknown = mentions.FirstOrDefault(m => m.Department is null)?.Text;
        return new Question
        {
            Text = text.Trim(),
            Resolved = folded,
            Kind = kind,
            Departments = [.. mentions.Select(m => m.Department?.Name).OfType<string>().Distinct(StringComparer.Ordinal)],
            UnknownDepartment = unknown is not null && IsWrittenAbout(unknown) ? null : unknown,
            People = person is { } found ? [found.Name] : [],
            Year = year?.Year,
            YearOffset = year?.Offset ?? 0,
            ThisYear = year is { Year: null, Offset: 0 },
            City = city,
            ForeignPlace = foreign,
            Across = across,
            // 覆盖率是多少: the noun before says what kind of figure it is.
            Unit = unit ?? (kind == QuestionKind.Quantity && noun is null && IsShare().IsMatch(before) ? "%" : null),
            Asked = noun,
            QuestionWord = folded[asked.Start..asked.End],
            Before = before,
            After = after,
            Focus = terms,
            Qualifiers = qualifiers,
            SearchText = Unmasked(folded, masked, 0, folded.Length),
            IsInstruction = QuestionWords.IsInstruction(folded),
            Fact = fact,
        };
    }

    private static ByLineFact FactOf(string folded, QuestionKind kind, bool person, bool department)
    {
        if (person && kind == QuestionKind.Department) return ByLineFact.Post;
        if (kind is QuestionKind.Person && (folded.Contains("记者", StringComparison.Ordinal) || folded.Contains("采访的", StringComparison.Ordinal) || folded.Contains("谁采访", StringComparison.Ordinal) || folded.Contains("谁写", StringComparison.Ordinal)) && !folded.Contains("接受", StringComparison.Ordinal)) return ByLineFact.Reporter;
        if (person && kind is QuestionKind.Person or QuestionKind.Department or QuestionKind.Term or QuestionKind.Definition && HasPostWord(folded, kind)) return ByLineFact.Post;
        if (kind is QuestionKind.Person && (PostWords.Find(folded) is not null || (department && folded.Contains("负责", StringComparison.Ordinal)))) return ByLineFact.Head;
        return ByLineFact.None;
    }

    private static bool HasPostWord(string folded, QuestionKind kind) =>
        kind is QuestionKind.Person or QuestionKind.Department || folded.Contains("职务", StringComparison.Ordinal) || folded.Contains("职位", StringComparison.Ordinal) || folded.Contains('官');

    /// <summary>A department without an interview may still be written about; then it is part of the question's topic.</summary>
    private bool IsWrittenAbout(string name) =>
        statistics.Frequency(name) > 0 && catalog.Articles.Any(a => CharacterFolding.Fold(a.Text).Contains(name, StringComparison.Ordinal));

    private (string? City, string? Foreign, TextSpan? Span) FindPlace(string folded, bool[] masked, IReadOnlyList<DepartmentMention> mentions)
    {
        foreach (var city in catalog.Cities)
        {
            foreach (var name in new[] { city, city.TrimEnd('市') })
            {
                var at = folded.IndexOf(name, StringComparison.Ordinal);
                if (at >= 0 && name.Length >= 2) return (city.TrimEnd('市'), null, new TextSpan(at, at + name.Length));
            }
        }

        if (!catalog.HasDepartments) return default;
        for (var i = 0; i + 2 <= folded.Length; i++)
        {
            for (var length = Math.Min(6, folded.Length - i); length >= 2; length--)
            {
                if (masked[i] || masked[i + length - 1] || !Lexicon.Places.Contains(folded.Substring(i, length))) continue;
                return (null, folded.Substring(i, length), null);
            }
        }

        // 某某市 before a department: another city even where no list knows it.
        foreach (var mention in mentions)
        {
            var end = mention.Span.Start + (folded[mention.Span.Start] == '市' ? 0 : -1);
            if (end < 2 || end >= folded.Length || folded[end] is not ('市' or '县' or '区' or '旗' or '州')) continue;
            var start = end;
            while (start > 0 && end - start < 4 && BigramScanner.IsIdeographic(folded[start - 1]) && !masked[start - 1]) start--;
            var name = folded[start..end];
            // 采访市科技局: a word that the corpus uses, before 市科技局, is no city.
            if (name.Length >= 2 && !StopWords.Contains(name) && !NoPlace().IsMatch(name) && statistics.Frequency(name) == 0) return (null, name, null);
        }

        return default;
    }

    [System.Text.RegularExpressions.GeneratedRegex("我们|咱们|全|请问|^本|知道|采访|专访|访问|对话|介绍|关于|负责|[来到在去和跟与由是归问想请让哪各每]$|[今去明]年")]
    private static partial System.Text.RegularExpressions.Regex NoPlace();

    [System.Text.RegularExpressions.GeneratedRegex("(?:(?<!频|功|效|汇|速)率|比例|比重|占比|百分比)(?:将|要|会|约|应)?(?:是|为|有|达|达到|提高到|提升到|升到|降到)?$")]
    private static partial System.Text.RegularExpressions.Regex IsShare();

    private static string Unmasked(string folded, bool[] masked, int start, int end)
    {
        var text = new System.Text.StringBuilder(end - start);
        for (var i = start; i < end; i++)
        {
            if (!masked[i]) text.Append(folded[i]);
            else if (text.Length > 0 && text[^1] != ' ') text.Append(' ');
        }

        return text.ToString().Trim();
    }

    private static void Mask(bool[] masked, TextSpan span) => Mask(masked, span.Start, span.Length);

    private static void Mask(bool[] masked, int start, int length) => Array.Fill(masked, true, start, length);
}
