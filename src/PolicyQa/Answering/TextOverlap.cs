namespace PolicyQa.Answering;

/// <summary>How much of a question stands in a text, word boundaries aside. Both folded.</summary>
internal static class TextOverlap
{
    /// <summary>Length of the longest stretch that both have, as a share of the question; 0–1.</summary>
    public static double LongestCommon(string question, string text)
    {
        var best = 0;
        for (var start = 0; start + best < question.Length; start++)
        {
            while (start + best < question.Length && text.AsSpan().IndexOf(question.AsSpan(start, best + 1), StringComparison.Ordinal) >= 0) best++;
        }

        var length = question.AsSpan().Trim().Length;
        return length == 0 ? 0 : Math.Min(1, best / (double)length);
    }

    /// <summary>Share of the question's letters and digits that the text has too; 0–1.</summary>
    public static double Characters(string question, string text)
    {
        int all = 0, found = 0;
        foreach (var c in question)
        {
            if (!char.IsLetterOrDigit(c)) continue;
            all++;
            if (text.Contains(c, StringComparison.Ordinal)) found++;
        }

        return all == 0 ? 0 : found / (double)all;
    }
}
