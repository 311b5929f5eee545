namespace PolicyQa.Analysis.SmartCn;

/// <summary>What a UTF-16 code unit is to the word lattice (§3).</summary>
internal enum CharType : byte
{
    /// <summary>CJK Ext. A, kana, Hangul, accented Latin and everything that no other type claims.</summary>
    Other,
    Surrogate,
    Han,
    Letter,
    Digit,
    Space,
    Delimiter,
    FullwidthLetter,
    FullwidthDigit,
}
