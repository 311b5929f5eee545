namespace PolicyQa.Answering;

/// <summary>A sentence looked at as evidence.</summary>
/// <param name="ArticleId">Where it stands.</param>
/// <param name="Department">Whose interview; null for other pages.</param>
/// <param name="Start">Canonical offset.</param>
/// <param name="End">One past its last code unit.</param>
/// <param name="Text">Verbatim.</param>
/// <param name="Score">Worth as a place to read.</param>
/// <param name="Here">Weighted share of the question's words that it holds itself, 0–1.</param>
/// <param name="Coverage">The same with section and headline, counted for less, 0–1.</param>
/// <param name="History">Share of the words carried over from earlier questions, 0–1.</param>
public sealed record ExplainedSentence(string ArticleId, string? Department, int Start, int End, string Text, double Score, double Here, double Coverage, double History)
{
    internal static ExplainedSentence Of(Evidence e) => new(
        e.Article.Id,
        e.Article.Department,
        e.Sentence.Start,
        e.Sentence.End,
        e.Sentence.Span.Of(e.Article.Text),
        Math.Round(e.Score, 4),
        Math.Round(e.Here, 4),
        Math.Round(e.Coverage, 4),
        Math.Round(e.History, 4));
}
