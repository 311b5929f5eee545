using System.Text;
using System.Text.RegularExpressions;
using PolicyQa.Answering;

namespace PolicyQa.App.Channels.OpenAi;

/// <summary>An answer as Markdown for chat programs: [1] leads to its place in the article, the sources stand below.</summary>
/// <param name="site">This server's address without a slash at its end.</param>
internal sealed partial class ChatText(string site)
{
    /// <summary>All of it.</summary>
    public string Of(Answer answer) => Head(answer) + Linked(answer.Text, answer) + Tail(answer);

    /// <summary>What comes before the text: the short answer.</summary>
    public static string Head(Answer answer) => answer is { Status: AnswerStatus.Answered, ShortAnswer: { } words, Review: null } ? $"**{words}**\n\n" : "";

    /// <summary>Part of an answer's text.</summary>
    public string Linked(string text, Answer answer) => Mark().Replace(text.Replace("\n", "\n\n", StringComparison.Ordinal), mark =>
        answer.Citations.FirstOrDefault(c => c.Id.ToString() == mark.Groups[1].Value) is { } citation ? $"[{citation.Id}]({site}{citation.Url})" : mark.Value);

    /// <summary>What comes behind the text: how it came about, sources, further questions.</summary>
    public string Tail(Answer answer)
    {
        var tail = new StringBuilder();
        if (answer.WordedBy is { } how) tail.Append("\n\n（").Append(how).Append('）');
        if (answer.Note is { } note) tail.Append("\n\n说明：").Append(note);
        if (answer.Citations.Count > 0)
        {
            tail.Append("\n\n出处：");
            foreach (var citation in answer.Citations) tail.Append("\n- [").Append(citation.Id).Append("](").Append(site).Append(citation.Url).Append(") ").Append(SourceLine.Of(citation)).Append("：“").Append(citation.Excerpt.ReplaceLineEndings("")).Append('”');
        }

        if (answer.Suggestions.Count > 0)
        {
            tail.Append(answer.Status == AnswerStatus.Clarify ? "\n\n请选一个：" : "\n\n还可以问：");
            foreach (var suggestion in answer.Suggestions) tail.Append("\n- ").Append(suggestion);
        }

        return tail.ToString();
    }

    [GeneratedRegex(@"\[(\d{1,3})\]")]
    private static partial Regex Mark();
}
