namespace PolicyQa.Analysis.SmartCn;

/// <summary>What a node of the lattice stands for, which decides how its term is written (§6).</summary>
internal enum NodeKind : byte
{
    /// <summary>BEGIN or END: never a token.</summary>
    Marker,

    /// <summary>One delimiter: the term <c>,</c>, which the analyzer then drops.</summary>
    Delimiter,

    /// <summary>A run of letters or of digits, or one character of no known type: half-width, lower case.</summary>
    Run,

    /// <summary>A surrogate pair or a lone surrogate: as it stands.</summary>
    Raw,

    /// <summary>One Han character.</summary>
    Character,

    /// <summary>A dictionary word; white space inside it is no part of the term.</summary>
    Word,

    /// <summary>A word of the operator's lexicon: the term is the one that <see cref="UserWords"/> holds.</summary>
    UserWord,
}
