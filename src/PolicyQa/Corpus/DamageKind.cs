namespace PolicyQa.Corpus;

/// <summary>How a stretch of a printed page came to us incomplete or mixed up.</summary>
public enum DamageKind
{
    /// <summary>Text before this place is lost (numbering starts at 二, a sentence starts in its middle).</summary>
    LostStart,

    /// <summary>The sentence breaks off.</summary>
    CutOff,

    /// <summary>Words of another article stand here.</summary>
    ForeignText,

    /// <summary>A quotation mark without its partner.</summary>
    DanglingQuote,
}
