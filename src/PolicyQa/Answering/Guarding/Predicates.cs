namespace PolicyQa.Answering.Guarding;

/// <summary>Verbs that say what is done with a thing.</summary>
internal static class Predicates
{
    private static readonly WordList Words = WordList.Read("predicates.txt");

    public static IReadOnlyCollection<string> All => Words.All;

    /// <summary>In text order, the longest at each place.</summary>
    public static IReadOnlyList<string> Find(string text)
    {
        List<string>? found = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (Words.LongestAt(text, i) is not (> 0 and var length)) continue;
            (found ??= []).Add(text.Substring(i, length));
            i += length - 1;
        }

        return found ?? (IReadOnlyList<string>)[];
    }

    /// <summary>The text is nothing but verbs.</summary>
    public static bool AreAll(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            if (Words.LongestAt(text, 0) is not (> 0 and var length)) return false;
            text = text[length..];
        }

        return true;
    }
}
