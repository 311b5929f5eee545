namespace PolicyQa.Analysis.SmartCn;

/// <summary>States of the sentence scan, named as in §2. The order is that of the rows in <see cref="SentenceBreaker"/>.</summary>
internal enum SentenceState : byte
{
    Body,

    /// <summary>P: after a dot.</summary>
    Dot,

    /// <summary>PS: dot, then an ASCII quote.</summary>
    DotQuote,

    /// <summary>Q: dot, one space.</summary>
    DotSpace,

    /// <summary>Q2: dot, two or more spaces.</summary>
    DotSpaces,

    /// <summary>S: opener or symbol after those.</summary>
    Opener,

    /// <summary>S1: the first opener or symbol after PS or Q2.</summary>
    FirstOpener,

    /// <summary>T: a run of terminators.</summary>
    Terminators,

    /// <summary>T2: spaces after that run.</summary>
    TerminatorsSpace,

    /// <summary>D: danda.</summary>
    Danda,

    /// <summary>END1: paragraph separator.</summary>
    Paragraph,

    /// <summary>HIT: the letter after a dot that proves that a sentence ended before it.</summary>
    Hit,
    Stop,
}
