namespace PolicyQa.Analysis.SmartCn;

/// <summary>What a code point is to the sentence scan (§2). The order is that of the columns in <see cref="SentenceBreaker"/>.</summary>
internal enum SentenceClass : byte
{
    Paragraph,
    Space,
    Terminator,
    Dot,
    Comma,
    Danda,
    Quote,
    Open,
    Close,
    Digit,
    Lower,
    Upper,
    Symbol,

    /// <summary>Marks and format characters: never change the state.</summary>
    Ignored,

    /// <summary>U+FFFF, which ends any scan.</summary>
    Illegal,
}
