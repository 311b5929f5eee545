namespace PolicyQa.App.Data;

/// <summary>A verbatim excerpt that a reviewed answer rests on.</summary>
internal sealed class ReviewedCitation
{
    public int Id { get; set; }

    public int AnswerId { get; set; }

    public required string ArticleId { get; set; }

    /// <summary>Offset into the article's canonical text when it was picked.</summary>
    public int Start { get; set; }

    public required string Excerpt { get; set; }
}
