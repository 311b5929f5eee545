using System.Text.RegularExpressions;
using PolicyQa.Analysis;

namespace PolicyQa.App.Review;

/// <summary>A question as it is kept and compared.</summary>
internal static partial class QuestionKey
{
    private const string Arrow = " → ";
    private static readonly string[] Greetings = ["请问", "您好", "你好", "我想问一下", "我想问", "想问一下", "请问一下"];

    /// <summary>Folded letters and digits alone, without the politeness at its head: the same for two ways of writing one sentence.</summary>
    public static string Of(string question)
    {
        var bare = CharacterFolding.Bare(Masked(question));
        for (var again = true; again;)
        {
            again = false;
            foreach (var greeting in Greetings)
            {
                if (!bare.StartsWith(greeting, StringComparison.Ordinal) || bare.Length <= greeting.Length) continue;
                bare = bare[greeting.Length..];
                again = true;
            }
        }

        return bare;
    }

    /// <summary>What could be somebody's number (telephone, identity card, account) or address of mail is made unreadable.</summary>
    public static string Masked(string question) => Personal().Replace(question.ReplaceLineEndings(" ").Trim(), "▇▇▇");

    /// <summary>A short follow-up as it is kept: with the question before it.</summary>
    public static string Joined(string before, string followUp) => before + Arrow + followUp;

    /// <summary>The question that a kept text stands for.</summary>
    public static AskRequest RequestOf(string text) => text.IndexOf(Arrow, StringComparison.Ordinal) is > 0 and var at
        ? new AskRequest(text[(at + Arrow.Length)..]) { History = [text[..at]] }
        : new AskRequest(text);

    [GeneratedRegex(@"[\w.+-]{1,64}@[\w-]{1,64}(\.[\w-]{1,64}){1,4}|[0-9０-９]([ -]?[0-9０-９]){6,}[xXｘＸ]?", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Personal();
}
