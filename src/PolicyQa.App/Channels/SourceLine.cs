using PolicyQa.Answering;

namespace PolicyQa.App.Channels;

/// <summary>Where a citation comes from, in one line for people.</summary>
internal static class SourceLine
{
    public static string Of(Citation citation)
    {
        string?[] parts =
        [
            string.IsNullOrEmpty(citation.Title) ? null : $"《{citation.Title}》",
            citation.Department,
            citation.Speaker,
            citation.Year is { } year ? $"{year}年" : null,
        ];
        return string.Join(" · ", parts.Where(p => !string.IsNullOrEmpty(p)));
    }
}
