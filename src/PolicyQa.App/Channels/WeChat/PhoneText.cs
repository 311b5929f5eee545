using PolicyQa.Answering;

namespace PolicyQa.App.Channels.WeChat;

/// <summary>
/// An answer written for a phone: the figure, the sentence, where it stands with a link, what else one may ask. The sources
/// and follow-ups of the first page are reserved first; the sentences get what is left, and the rest waits for 续.
/// </summary>
internal static class PhoneText
{
    /// <summary>Above 2,048 the person gets an error instead of the answer; a margin for what nobody has documented.</summary>
    public const int MaxBytes = 2000;

    public const int MostChoices = 5;
    private const int SourcesBytes = 900;
    private const int LongestChoice = 150;
    private const int LongestTitle = 90;
    private const int LongestHeadline = 60;
    private const string MoreHint = "\n\n（还有内容，回复“续”接着看）";

    /// <summary>Cuts an answer up.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="site">Where article pages are reached; null = no links.</param>
    /// <param name="notice">A line of our own below the sentences; null = none.</param>
    public static PhonePages Compose(Answer answer, string? site, string? notice = null)
    {
        var choices = Choices(answer);
        var offered = choices.Count == 0 ? "" : $"\n\n{(answer.Status == AnswerStatus.Clarify ? "您想问的是（回复数字）：" : "还可以问（回复数字）：")}\n{string.Join('\n', choices.Select((c, i) => $"{i + 1}. {Plain(c)}"))}";
        var sources = answer.Citations.Select(c => Source(c, site)).ToList();
        var shown = 0;
        for (var bytes = 0; shown < sources.Count && (bytes += XmlText.Bytes(sources[shown]) + 1) <= SourcesBytes; shown++) { }
        var tail = (shown == 0 ? "" : $"\n\n来源：\n{string.Join('\n', sources.Take(shown))}") + offered;

        var body = Body(answer, notice);
        var rest = sources.Count > shown ? $"\n\n其余来源：\n{string.Join('\n', sources.Skip(shown))}" : "";
        List<string> pages = [];
        var room = MaxBytes - XmlText.Bytes(tail) - XmlText.Bytes(MoreHint);
        var cut = rest.Length == 0 && XmlText.Bytes(body + tail) <= MaxBytes ? body.Length : TextCut.Fit(body, room);
        pages.Add(body[..cut].TrimEnd() + tail);
        pages.AddRange(Pages(body[cut..].TrimStart(), rest));
        for (var i = 0; i < pages.Count - 1; i++) pages[i] += MoreHint;
        return new PhonePages(pages, choices);
    }

    /// <summary>What a person can ask next by its number, 1 first.</summary>
    public static IReadOnlyList<string> Choices(Answer answer) => [.. answer.Suggestions.Where(s => XmlText.Bytes(s) <= LongestChoice).Take(MostChoices)];

    /// <summary>Nothing that WeChat would take for a tag: a cut could otherwise fall inside a link that a page or a person wrote.</summary>
    public static string Plain(string text)
    {
        var plain = XmlText.Clean(text).ToCharArray();
        for (var i = 0; i < plain.Length - 1; i++)
            if (plain[i] == '<' && (char.IsAsciiLetter(plain[i + 1]) || plain[i + 1] is '/' or '!'))
                plain[i] = '＜';
        return new string(plain);
    }

    private static string Body(Answer answer, string? notice)
    {
        List<string> parts = [];
        // What is short leads; what is a sentence anyway comes only once.
        if (answer.ShortAnswer is { Length: <= LongestHeadline } figure && !answer.Text.StartsWith(figure, StringComparison.Ordinal)) parts.Add(figure);
        parts.Add(answer.Text);
        if (answer.Note is { } note) parts.Add($"（{note}）");
        if (answer.WordedBy is { } worded) parts.Add($"（{worded}）");
        if (notice is not null) parts.Add(notice);
        return Plain(string.Join("\n\n", parts));
    }

    private static string Source(Citation citation, string? site)
    {
        var title = TextCut.Shorten(Plain(citation.Title).ReplaceLineEndings(" ").Replace('<', '＜').Replace('>', '＞'), LongestTitle);
        if (title.Length == 0) title = "原文";
        // Double quotes, one attribute, http(s) at the start: what old Android clients ask for.
        var name = site is null ? $"《{title}》" : $"<a href=\"{site}{citation.Url}\">《{title}》</a>";
        var where = TextCut.Shorten(Plain(SourceLine.About(citation, " ")), LongestTitle);
        return $"[{citation.Id}] {name}{(where.Length == 0 ? "" : " " + where)}";
    }

    // Lines of rest hold links and stay whole.
    private static IEnumerable<string> Pages(string text, string rest)
    {
        var room = MaxBytes - XmlText.Bytes(MoreHint);
        while (XmlText.Bytes(text) > room)
        {
            var cut = TextCut.Fit(text, room);
            yield return text[..cut].TrimEnd();
            text = text[cut..].TrimStart();
        }

        foreach (var line in rest.Split('\n'))
        {
            if (XmlText.Bytes(text) + XmlText.Bytes(line) + 1 > room)
            {
                yield return text.Trim();
                text = "";
            }

            text += text.Length == 0 ? line : "\n" + line;
        }

        if (text.Trim().Length > 0) yield return text.Trim();
    }
}
