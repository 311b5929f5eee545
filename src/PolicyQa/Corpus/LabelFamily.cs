namespace PolicyQa.Corpus;

/// <summary>Kinds of section labels.</summary>
internal enum LabelFamily
{
    /// <summary>一是, 十一是.</summary>
    Is,

    /// <summary>一要.</summary>
    Must,

    /// <summary>首先, 其次, 再次, 然后, 最后.</summary>
    Word,

    /// <summary>第一，第二，or 其一，其二，.</summary>
    Ordinal,

    /// <summary>一、.</summary>
    Comma,

    /// <summary>（一） or （1）.</summary>
    Bracket,

    /// <summary>1. or 1、 or ①.</summary>
    Digit,

    /// <summary>围绕“政策落地”, 聚焦…, 在…方面.</summary>
    Topic,
}
