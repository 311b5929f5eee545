using PolicyQa.Analysis;

namespace PolicyQa.Answering;

/// <summary>The span scorer that ships; spans.NOTICE.md beside it says what it was trained on.</summary>
internal static class SpanModel
{
    private static readonly Lazy<LinearModel> FromResource = new(() => new LinearModel(SpanFeatures.Names, EmbeddedText.Lines("spans.txt")));

    public static LinearModel Shipped => FromResource.Value;
}
