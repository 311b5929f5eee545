namespace PolicyQa.App.Channels;

/// <summary>Where a text that is sent piece by piece is parted.</summary>
internal static class ClauseEnds
{
    private const string Marks = "。；！？，\n";

    /// <summary>Offsets one past each clause, the last one the text's length; none for an empty text.</summary>
    public static IEnumerable<int> Of(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (i == text.Length - 1 || Marks.Contains(text[i]))
                yield return i + 1;
    }
}
