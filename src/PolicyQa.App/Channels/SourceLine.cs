using PolicyQa.Answering;

namespace PolicyQa.App.Channels;

/// <summary>Where a citation comes from, in one line for people.</summary>
internal static class SourceLine
{
    private const string Separator = " · ";

    public static string Of(Citation citation)
    {
        var about = About(citation, Separator);
        return string.IsNullOrEmpty(citation.Title) ? about : about.Length == 0 ? $"《{citation.Title}》" : $"《{citation.Title}》{Separator}{about}";
    }

    /// <summary>Who said it and when.</summary>
    public static string About(Citation citation, string separator)
    {
        string?[] parts = [citation.Department, citation.Speaker, citation.Year is { } year ? $"{year}年" : null];
        return string.Join(separator, parts.Where(p => !string.IsNullOrEmpty(p)));
    }
}
