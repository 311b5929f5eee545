using PolicyQa.Analysis;
using PolicyQa.Corpus;
using PolicyQa.Questions;

namespace PolicyQa.Answering;

/// <summary>Answers from an interview's byline and reporter line: who heads the department, who wrote it, who a person is.</summary>
internal static class ByLineReader
{
    /// <summary>The words that answer and the span of the line they stand in, canonical; null where the line does not say.</summary>
    public static (string Answer, TextSpan Line, TextSpan Words)? Read(Article article, Question question)
    {
        switch (question.Fact)
        {
            case ByLineFact.Reporter when article.Reporter is { } reporter:
                return Locate(article, reporter, SectionRole.Reporter) ?? LocateAll(article, reporter);
            case ByLineFact.Post when article.Speaker is { } speaker && question.People.Contains(speaker) && article.Post is { } post:
                return Locate(article, article.Department + post, SectionRole.Byline) ?? Locate(article, post, SectionRole.Byline);
            case ByLineFact.Post when question.Kind == QuestionKind.Department && article.Reporter is { } writer && article.Department is { } covered && question.People.FirstOrDefault(p => writer.Contains(p, StringComparison.Ordinal)) is { } asked:
                return Locate(article, asked, SectionRole.Reporter) is { } line ? (covered, line.Line, line.Words) : null;
            case ByLineFact.Post when question.Kind == QuestionKind.Person && article.Speaker is { } interviewed && question.Resolved.Contains("采访", StringComparison.Ordinal) && question.People.Any(p => article.Reporter?.Contains(p, StringComparison.Ordinal) == true):
                return Locate(article, interviewed, SectionRole.Byline);
            case ByLineFact.Post when article.Reporter is { } name && question.People.FirstOrDefault(p => name.Contains(p, StringComparison.Ordinal)) is { } person:
                return Locate(article, person, SectionRole.Reporter) is { } found ? (found.Line.Of(article.Text).Trim('●', '□', '■', '◎', ' '), found.Line, found.Words) : null;
            case ByLineFact.Head when article.Speaker is { } head && HoldsPost(article, question.Resolved):
                return Locate(article, head, SectionRole.Byline);
            default:
                return null;
        }
    }

    /// <summary>副局长 is not 局长; 一把手 is whoever was interviewed.</summary>
    private static bool HoldsPost(Article article, string question)
    {
        if (PostWords.Find(question) is not { } asked || PostWords.MeansHead(asked)) return true;
        var posts = CharacterFolding.Fold(article.Post ?? "");
        if (asked.Contains('副') != posts.Contains('副')) return false;
        if (posts.Contains(asked, StringComparison.Ordinal)) return true;
        // 卫健委局长, 教育局主任: people mix these up; the head is meant.
        return asked is "局长" or "主任" or "厅长" or "部长" && (posts.Contains("局长", StringComparison.Ordinal) || posts.Contains("主任", StringComparison.Ordinal));
    }

    /// <summary>张明 通讯员 孙晓彤: several names on one line, with roles between them.</summary>
    private static (string Answer, TextSpan Line, TextSpan Words)? LocateAll(Article article, string names)
    {
        var parts = names.Split('、');
        foreach (var section in article.Sections.Where(s => s.Role == SectionRole.Reporter))
        {
            var first = article.Text.IndexOf(parts[0], section.Start, section.End - section.Start, StringComparison.Ordinal);
            var last = article.Text.IndexOf(parts[^1], section.Start, section.End - section.Start, StringComparison.Ordinal);
            if (first >= 0 && last >= first) return (names, section.Span, new TextSpan(first, last + parts[^1].Length));
        }

        return null;
    }

    private static (string Answer, TextSpan Line, TextSpan Words)? Locate(Article article, string words, SectionRole preferred)
    {
        foreach (var section in article.Sections.OrderBy(s => s.Role == preferred ? 0 : 1))
        {
            var at = article.Text.IndexOf(words, section.Start, section.End - section.Start, StringComparison.Ordinal);
            if (at >= 0) return (words, section.Span, new TextSpan(at, at + words.Length));
        }

        return null;
    }
}
