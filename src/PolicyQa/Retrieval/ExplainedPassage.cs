namespace PolicyQa.Retrieval;

/// <summary>A passage as retrieval ordered it.</summary>
/// <param name="ArticleId">Where it stands.</param>
/// <param name="Start">Canonical offset.</param>
/// <param name="End">One past its last code unit.</param>
/// <param name="Text">Verbatim.</param>
/// <param name="Score">First-stage score, its share of the article's included.</param>
public sealed record ExplainedPassage(string ArticleId, int Start, int End, string Text, double Score);
