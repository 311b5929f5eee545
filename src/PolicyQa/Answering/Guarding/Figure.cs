using PolicyQa.Corpus;

namespace PolicyQa.Answering.Guarding;

/// <summary>A figure of a text in plain form, so that 1,633名 and 一千六百三十三名 are one.</summary>
/// <param name="Span">Everything that belongs to it: bound, number, unit.</param>
/// <param name="Core">From number to unit.</param>
/// <param name="Value">1633, 40%, 4~6, 1/3, 第2; as written where it is no number.</param>
/// <param name="Unit">Measure word, or the character that follows; empty where none does.</param>
/// <param name="Bound">以上, 约 and the like.</param>
internal sealed record Figure(TextSpan Span, TextSpan Core, string Value, string Unit, FigureBound Bound)
{
    /// <summary>The bound where it stands apart: 至少推广应用5个.</summary>
    public TextSpan? Apart { get; init; }

    /// <summary>The same figure of the same things, bound aside.</summary>
    public bool Counts(Figure other) => Value == other.Value && Unit == other.Unit;
}
