using PolicyQa.Corpus;

namespace PolicyQa.Answering;

/// <summary>A figure with its measure word: 1633名, 至少5个, 100名以上, 四个.</summary>
/// <param name="Span">In the text searched, bounds (至少, 以上) included.</param>
/// <param name="Number">The figure alone, within <paramref name="Span"/>.</param>
/// <param name="Value">Its value.</param>
/// <param name="Unit">Measure word or unit; empty where a bare figure stands.</param>
/// <param name="InName">It is part of a name in quotation marks (“四个一”).</param>
public sealed record Quantity(TextSpan Span, TextSpan Number, decimal Value, string Unit, bool InName);
