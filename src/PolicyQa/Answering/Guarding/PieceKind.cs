namespace PolicyQa.Answering.Guarding;

/// <summary>What bears out a piece of a rewording.</summary>
internal enum PieceKind
{
    /// <summary>Nothing.</summary>
    Unknown,

    /// <summary>Punctuation.</summary>
    Mark,

    /// <summary>A word that asserts nothing.</summary>
    Glue,

    /// <summary>A figure, time or name that is checked by itself.</summary>
    Checked,

    /// <summary>Who says it, and where.</summary>
    About,

    /// <summary>A word for which the excerpt has another.</summary>
    Synonym,

    /// <summary>The excerpt's own words.</summary>
    Verbatim,
}
