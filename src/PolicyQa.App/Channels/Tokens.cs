namespace PolicyQa.App.Channels;

/// <summary>About how many tokens a model would count; every model counts its own way, and none is at hand.</summary>
internal static class Tokens
{
    private const int LettersPerToken = 4;

    /// <summary>A Chinese character is one, four other characters are one.</summary>
    public static int Estimate(string text)
    {
        var han = text.Count(c => c >= '\u2E80');
        return han + ((text.Length - han + LettersPerToken - 1) / LettersPerToken);
    }
}
