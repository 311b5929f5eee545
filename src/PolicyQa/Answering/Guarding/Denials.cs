using PolicyQa.Analysis;
using PolicyQa.Corpus;

namespace PolicyQa.Answering.Guarding;

/// <summary>Words that turn a statement round (不, 未, 取消), those inside harmless words (不断, 未来) left out.</summary>
internal static class Denials
{
    private static readonly WordList Words;
    private static readonly WordList Harmless;

    static Denials()
    {
        var lines = EmbeddedText.Lines("denials.txt").ToArray();
        Words = new WordList(lines[0].Split(' '));
        Harmless = new WordList(lines[1].Split(' '));
    }

    /// <summary>In text order.</summary>
    public static IReadOnlyList<TextSpan> Find(string text)
    {
        List<TextSpan>? found = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (Harmless.LongestAt(text, i) is > 0 and var harmless)
            {
                i += harmless - 1;
                continue;
            }

            // 能否, 是否 hold theirs at the end.
            if (Words.LongestAt(text, i) is not (> 0 and var length)) continue;
            (found ??= []).Add(new TextSpan(i, i + length));
            i += length - 1;
        }

        return found ?? (IReadOnlyList<TextSpan>)[];
    }
}
