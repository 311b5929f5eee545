using System.Globalization;
using PolicyQa.Answering;
using PolicyQa.Corpus;

namespace PolicyQa.App.Review;

/// <summary>What officials have decided about some questions: an answer, or that they will not be answered here. Immutable.</summary>
/// <param name="Group">The group's id.</param>
/// <param name="Keys">The wordings that it holds for (<see cref="QuestionKey"/>).</param>
/// <param name="Wordings">The same as people put them.</param>
internal sealed record Decision(int Group, IReadOnlyList<string> Keys, IReadOnlyList<string> Wordings)
{
    public const string Mark = "人工审核";
    private const string NotHere = "没有找到。这个问题不在这里回答的范围内：这里只回答收录的文章里说到的事。";

    /// <summary>Null: out of scope.</summary>
    public string? Text { get; init; }

    public string Office { get; init; } = "";

    public DateOnly Date { get; init; }

    public IReadOnlyList<ReviewedQuotation> Quotations { get; init; } = [];

    /// <summary>As readers are told: 人工审核：市教育局，2026年11月27日.</summary>
    public static string NoteOf(Answering.Review review) => $"{Mark}：{review.Office}，{review.Date.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)}";

    /// <summary>The answer, over the articles as they are now; null where a quotation no longer stands there.</summary>
    public Answer? Compose(QaEngine engine, string question)
    {
        if (Text is null) return new Answer { Question = question, Status = AnswerStatus.NotFound, Text = NotHere };
        List<Citation> citations = [];
        foreach (var quotation in Quotations)
        {
            var start = quotation.Find(engine);
            if (start < 0) return null;
            citations.Add(Cite(engine.FindArticle(quotation.ArticleId)!, new TextSpan(start, start + quotation.Excerpt.Length), citations.Count + 1));
        }

        var review = new Answering.Review(Office, Date);
        return new Answer
        {
            Question = question,
            Status = AnswerStatus.Answered,
            ShortAnswer = Text,
            Text = Text + string.Concat(citations.Select(c => $"[{c.Id}]")),
            Citations = citations,
            Confidence = 1,
            Note = NoteOf(review),
            Review = review,
        };
    }

    private static Citation Cite(Article article, TextSpan span, int id) => new()
    {
        Id = id,
        ArticleId = article.Id,
        Title = article.Title,
        Department = article.Department,
        Speaker = article.Speaker,
        Year = article.Year,
        Section = article.Sections.LastOrDefault(s => s.Start <= span.Start)?.Label,
        Excerpt = span.Of(article.Text),
        Start = span.Start,
        End = span.End,
        SourceHash = article.SourceHash,
        Damaged = article.Damages.Any(d => d.Span.Overlaps(span)),
    };
}
