using PolicyQa.Answering;
using PolicyQa.Corpus;

namespace PolicyQa.Tests.Answering.Guarding;

/// <summary>An excerpt, the answer that cites it as [1] (and another department's as [2]), and a reply that says what it says.</summary>
/// <param name="Answer">The extractive answer.</param>
/// <param name="Department">Whose excerpt it is.</param>
/// <param name="Said">The excerpt's words, without a label before and a full stop behind.</param>
internal sealed record TrueReply(Answer Answer, string Department, string Said)
{
    private const int Shortest = 12;
    private const int Longest = 120;

    public string Text => $"{Department}：{Said}。[1]";

    /// <summary>One for each sentence of the interviews that holds a figure.</summary>
    public static IReadOnlyList<TrueReply> Of(QaEngine engine)
    {
        var interviews = engine.Articles.Where(a => a is { Kind: ArticleKind.Interview, Department: not null }).ToArray();
        return [.. interviews.SelectMany((article, i) => Sentences(article).Select(span => Of(article, span, interviews[(i + 1) % interviews.Length])))];
    }

    private static IEnumerable<TextSpan> Sentences(Article article) =>
        article.Sections.Where(s => s.Role is SectionRole.Body or SectionRole.Lead)
            .SelectMany(s => SentenceBoundaries.Split(article.Text, s.Start, s.End))
            .Where(s => s.Length is >= Shortest and <= Longest && s.Of(article.Text).Any(char.IsAsciiDigit) && s.Of(article.Text).EndsWith('。') && !article.Damages.Any(d => d.Span.Overlaps(s)));

    private static TrueReply Of(Article article, TextSpan span, Article other)
    {
        var said = span.Of(article.Text).TrimEnd('。').Replace("\n", "");
        var label = System.Text.RegularExpressions.Regex.Match(said, "^(?:[一二三四五六七八九十]+是|此外，|同时，|其中，)");
        var elsewhere = Sentences(other).FirstOrDefault();
        var answer = new Answer
        {
            Question = "问",
            Status = AnswerStatus.Answered,
            Text = $"{article.Department}：{span.Of(article.Text)}[1]",
            Citations = [Cite(1, article, span), Cite(2, other, elsewhere.Length > 0 ? elsewhere : new TextSpan(0, Math.Min(20, other.Text.Length)))],
        };
        return new TrueReply(answer, article.Department!, said[label.Length..]);
    }

    private static Citation Cite(int id, Article article, TextSpan span) => new()
    {
        Id = id,
        ArticleId = article.Id,
        Title = article.Title,
        Department = article.Department,
        Speaker = article.Speaker,
        Year = article.Year,
        Excerpt = span.Of(article.Text),
        Start = span.Start,
        End = span.End,
        SourceHash = article.SourceHash,
        Damaged = false,
    };
}
