namespace PolicyQa.Answering.Guarding;

/// <summary>What the words around a figure do to it.</summary>
internal enum FigureBound
{
    Exact,

    /// <summary>至少, 不少于, 以上.</summary>
    AtLeast,

    /// <summary>超过, 突破.</summary>
    MoreThan,

    /// <summary>不超过, 最多, 以下, 以内.</summary>
    AtMost,

    /// <summary>不足, 低于.</summary>
    LessThan,

    /// <summary>约, 左右.</summary>
    About,

    /// <summary>近, 接近.</summary>
    Nearly,

    /// <summary>余, 多.</summary>
    Odd,

    /// <summary>Two that do not go together: 约100名以上.</summary>
    Mixed,
}
