namespace PolicyQa.Corpus;

/// <summary>What a piece of a page is.</summary>
public enum ArticleKind
{
    /// <summary>An interview with a named head of a department.</summary>
    Interview,

    /// <summary>Masthead and preface of a page of interviews: nobody's commitment.</summary>
    Preface,

    /// <summary>A page of another shape, read as one article without a department.</summary>
    Plain,
}
