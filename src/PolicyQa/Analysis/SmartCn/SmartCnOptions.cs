namespace PolicyQa.Analysis.SmartCn;

/// <summary>What is added to Lucene's algorithm. Immutable; both sides of a search must use the same options.</summary>
public sealed record SmartCnOptions
{
    /// <summary>Exactly the tokens of Apache Lucene's SmartChineseAnalyzer.</summary>
    public static SmartCnOptions Compatible { get; } = new();

    /// <summary>Words that the dictionary lacks; none by default.</summary>
    public UserWords? UserWords { get; init; }

    /// <summary>
    /// Also emit, at the position of a longer word, the words of two and more characters inside it, so that 技术 finds 高新技术.
    /// Off by default.
    /// </summary>
    public bool SubWords { get; init; }
}
