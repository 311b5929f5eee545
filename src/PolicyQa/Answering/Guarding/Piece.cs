using PolicyQa.Corpus;

namespace PolicyQa.Answering.Guarding;

/// <summary>A piece of a rewording.</summary>
/// <param name="Span">Where it stands in the claim.</param>
/// <param name="Kind">What bears it out.</param>
/// <param name="Said">The excerpt's words for it; empty where they are not the excerpt's.</param>
internal readonly record struct Piece(TextSpan Span, PieceKind Kind, string Said);
