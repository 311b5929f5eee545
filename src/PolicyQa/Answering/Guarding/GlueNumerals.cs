using System.Text.RegularExpressions;
using PolicyQa.Corpus;

namespace PolicyQa.Answering.Guarding;

/// <summary>Numerals that count nothing: 一是, 进一步.</summary>
internal static partial class GlueNumerals
{
    public static bool Hold(string text, TextSpan figure)
    {
        foreach (var word in Words().EnumerateMatches(text))
        {
            if (word.Index <= figure.Start && figure.End <= word.Index + word.Length) return true;
        }

        return false;
    }

    [GeneratedRegex("^[一二三四五六七八九十]是|进一步|另?一方面|下一步")]
    private static partial Regex Words();
}
