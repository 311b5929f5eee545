using System.Text;
using PolicyQa.Answering;

namespace PolicyQa.App.Channels.WeChat;

/// <summary>An answer as Markdown for the AI bot, all in one piece; the limit leaves room for every source.</summary>
internal static class BotMarkdown
{
    public const int MaxBytes = 20_480;

    public static string Compose(Answer answer, string? site)
    {
        StringBuilder sources = new(), text = new();
        if (answer.ShortAnswer is { } figure && !answer.Text.StartsWith(figure, StringComparison.Ordinal)) text.Append($"**{Escape(figure)}**\n\n");
        text.Append(Escape(answer.Text).Replace("\n", "\n\n"));
        if (answer.Note is { } note) text.Append($"\n\n（{Escape(note)}）");
        if (answer.WordedBy is { } worded) text.Append($"\n\n（{Escape(worded)}）");
        if (answer.Citations.Count > 0) sources.Append("\n\n来源：\n");
        foreach (var citation in answer.Citations)
        {
            var line = $"\n{citation.Id}. {Source(citation, site)}";
            if (Bytes(sources) + Encoding.UTF8.GetByteCount(line) > MaxBytes / 2) break;
            sources.Append(line);
        }

        var choices = PhoneText.Choices(answer);
        if (choices.Count > 0)
        {
            sources.Append(answer.Status == AnswerStatus.Clarify ? "\n\n您想问的是（回复数字）：\n" : "\n\n还可以问（回复数字）：\n");
            foreach (var (choice, i) in choices.Select((c, i) => (c, i + 1))) sources.Append($"\n{i}. {Escape(choice)}");
        }

        return TextCut.Shorten(text.ToString(), MaxBytes - Bytes(sources)) + sources;
    }

    private static int Bytes(StringBuilder text) => Encoding.UTF8.GetByteCount(text.ToString());

    private static string Source(Citation citation, string? site)
    {
        var title = TextCut.Shorten(Escape(citation.Title).ReplaceLineEndings(" ").Replace('[', '［').Replace(']', '］'), 200);
        var name = site is null ? $"《{title}》" : $"[《{title}》]({site}{citation.Url})";
        return $"{name} {Escape(SourceLine.About(citation, " "))}".TrimEnd();
    }

    // Only what would change the look of a sentence; [1] is a mark, no link, where no bracket follows.
    private static string Escape(string text) =>
        XmlText.Clean(text).Replace("\\", "\\\\").Replace("*", "\\*").Replace("`", "\\`").Replace("<", "＜").Replace("](", "] (");
}
