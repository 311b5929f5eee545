using System.Text;
using PolicyQa.Corpus;
using PolicyQa.Questions;

namespace PolicyQa.Answering;

/// <summary>Composes what the user sees. Every figure of a short answer must stand in a cited excerpt: checked here, at the end of every path.</summary>
internal static class AnswerWriter
{
    /// <summary>An answer from one or several readings; null where a figure of it stands in no excerpt.</summary>
    public static Answer? Answered(Question question, IReadOnlyList<Reading> readings, string? said, double confidence)
    {
        List<Citation> citations = [];
        var text = new StringBuilder();
        List<string> parts = [];
        foreach (var reading in readings)
        {
            var ids = Cite(citations, reading);
            if (text.Length > 0) text.Append('\n');
            if (reading.Evidence.Article.Department is { } department) text.Append(department).Append('：');
            foreach (var id in ids.Order())
            {
                text.Append(citations[id - 1].Excerpt.Trim()).Append('[').Append(id).Append(']');
            }

            var words = reading.Said ?? Words(reading);
            parts.Add(readings.Count > 1 && reading.Evidence.Article.Department is { } name && reading.Said is null ? name + words : words);
        }

        var answer = said ?? string.Join('；', parts.Distinct(StringComparer.Ordinal));
        if (Figures.Unsupported(answer, [.. citations.Select(c => c.Excerpt)]).Any()) return null;
        return new Answer
        {
            Question = question.Text,
            Status = AnswerStatus.Answered,
            ShortAnswer = answer,
            Text = text.ToString(),
            Citations = citations,
            Confidence = Math.Round(confidence, 3),
            Note = Note(citations, readings[0].Evidence.Article),
        };
    }

    /// <summary>An answer that a byline or reporter line states.</summary>
    public static Answer FromLine(Question question, IReadOnlyList<(Article Article, string Answer, TextSpan Line, TextSpan Words)> lines)
    {
        List<Citation> citations = [];
        var text = new StringBuilder();
        foreach (var (article, answer, line, words) in lines)
        {
            citations.Add(CitationOf(citations.Count + 1, article, null, line, [words], damaged: false));
            if (text.Length > 0) text.Append('\n');
            text.Append(question.Fact switch
            {
                ByLineFact.Reporter => $"采写{article.Department ?? "这篇"}访谈的记者是{answer}。[{citations.Count}]",
                ByLineFact.Post when answer != article.Reporter && article.Speaker is not null && line.Of(article.Text).Contains(article.Speaker, StringComparison.Ordinal) => $"{article.Speaker}是{answer}。[{citations.Count}]",
                ByLineFact.Post when answer == article.Department => $"{answer}的访谈由{article.Reporter}采写。[{citations.Count}]",
                ByLineFact.Post when answer == article.Speaker => $"{article.Reporter}采访的是{article.Department}{article.Post}{answer}。[{citations.Count}]",
                ByLineFact.Post => $"{article.Reporter}是采写{article.Department}访谈的{answer}。[{citations.Count}]",
                _ => $"{article.Department}{article.Post}是{answer}。[{citations.Count}]",
            });
        }

        return new Answer
        {
            Question = question.Text,
            Status = AnswerStatus.Answered,
            ShortAnswer = lines.Count == 1 ? lines[0].Answer : string.Join('；', lines.Select(l => l.Answer == l.Article.Department ? l.Answer : l.Article.Department + l.Answer)),
            Text = text.ToString(),
            Citations = citations,
            Confidence = 0.97,
            Note = Note(citations, lines[0].Article),
        };
    }

    private static List<int> Cite(List<Citation> citations, Reading reading)
    {
        List<int> ids = [];
        foreach (var (e, spans) in reading.More.Select(m => (m, (IReadOnlyList<TextSpan>)[])).Prepend((reading.Evidence, reading.Highlights)))
        {
            var known = citations.FindIndex(c => c.ArticleId == e.Article.Id && c.Start == e.Sentence.Start);
            if (known < 0)
            {
                citations.Add(CitationOf(citations.Count + 1, e.Article, e.Passage.Section.Label, e.Sentence.Span, [.. spans.Select(s => e.ToCanonical(Quotes.Balance(e.Folded, s)))], e.Sentence.Damaged));
                known = citations.Count - 1;
            }

            ids.Add(known + 1);
        }

        return ids;
    }

    private static Citation CitationOf(int id, Article article, string? section, TextSpan span, IReadOnlyList<TextSpan> highlights, bool damaged) => new()
    {
        Id = id,
        ArticleId = article.Id,
        Title = article.Title,
        Department = article.Department,
        Speaker = article.Speaker,
        Year = article.Year,
        Section = section,
        Excerpt = span.Of(article.Text),
        Start = span.Start,
        End = span.End,
        Highlights = highlights,
        SourceHash = article.SourceHash,
        Damaged = damaged,
    };

    /// <summary>The answering words, verbatim.</summary>
    public static string Words(Reading reading) =>
        string.Join('、', reading.Highlights.Select(h => reading.Evidence.ToCanonical(Quotes.Balance(reading.Evidence.Folded, h)).Of(reading.Evidence.Article.Text).Trim()));

    private static string? Note(IReadOnlyList<Citation> citations, Article article)
    {
        List<string> notes = [];
        if (article.Year is { } year && article.Kind == ArticleKind.Interview) notes.Add(AnswerNotes.OfYear(year));
        else if (article.Year is { } y && article.Kind == ArticleKind.Preface) notes.Add($"内容出自{y}年访谈专版的前言");
        if (citations.Any(c => c.Damaged)) notes.Add(AnswerNotes.Damaged);
        return notes.Count == 0 ? null : AnswerNotes.Joined(notes);
    }
}
