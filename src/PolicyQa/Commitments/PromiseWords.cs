using System.Collections.Frozen;
using PolicyQa.Analysis;

namespace PolicyQa.Commitments;

/// <summary>The words of Resources/commitments.txt, by class.</summary>
internal static class PromiseWords
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Classes = EmbeddedText.Lines("commitments.txt")
        .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToFrozenDictionary(w => w[0], w => w[1..].ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    private static readonly int Longest = Classes.Values.SelectMany(c => c).Max(w => w.Length);

    /// <summary>The longest verb of doing or of result at <paramref name="at"/>; null where there is none.</summary>
    public static string? VerbAt(string text, int at) => LongestAt(text, at, "行动") is { } doing && !(LongestAt(text, at, "结果") is { } other && other.Length > doing.Length) ? doing : LongestAt(text, at, "结果");

    /// <summary>The longest verb that a figure completes at <paramref name="at"/>.</summary>
    public static string? TargetAt(string text, int at) => LongestAt(text, at, "目标");

    /// <summary>The longest verb that ends a clause by itself and with which <paramref name="text"/> ends.</summary>
    public static string? CompletionOf(ReadOnlySpan<char> text)
    {
        for (var length = Math.Min(Longest, text.Length); length >= 2; length--)
        {
            var word = text[^length..].ToString();
            if (Classes["落成"].Contains(word)) return word;
        }

        return null;
    }

    public static bool IsResult(string verb) => Classes["结果"].Contains(verb);

    /// <summary>True where the words end in what says nothing that could be looked up (高质量发展).</summary>
    public static bool IsEmptyTalk(string words) => Classes["空话"].Any(w => words.EndsWith(w, StringComparison.Ordinal));

    private static string? LongestAt(string text, int at, string kind)
    {
        for (var length = Math.Min(Longest, text.Length - at); length >= 1; length--)
        {
            var word = text.Substring(at, length);
            if (Classes[kind].Contains(word)) return word;
        }

        return null;
    }
}
