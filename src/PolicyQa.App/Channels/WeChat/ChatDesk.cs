using PolicyQa.App.Channels.Http;
using PolicyQa.App.Configuration;

namespace PolicyQa.App.Channels.WeChat;

/// <summary>Understands what a person writes on a phone and says what to answer, always in time.</summary>
internal sealed class ChatDesk(TimelyAnswers answers, ChatMemory memory, Greeting greeting, ChatSettings settings, LongerAnswers longer)
{
    private static readonly HashSet<string> MoreWords = new(StringComparer.Ordinal) { "续", "續", "继续", "繼續", "更多", "下一页" };

    /// <summary>What to send; null = nothing.</summary>
    /// <param name="message">The message.</param>
    /// <param name="user">The person's key.</param>
    /// <param name="platform">Where the person writes.</param>
    /// <param name="begun">When the message came in.</param>
    public async Task<string?> ReplyAsync(InboundMessage message, string user, Platform platform, long begun) => message.Type switch
    {
        "text" when message.Content.StartsWith("【收到不支持的消息类型", StringComparison.Ordinal) => Sentences.TextOnly,
        "text" => await SayAsync(message.Content, user, Recipient(message, platform), begun),
        "voice" when message.Content.Length > 0 => await SayAsync(message.Content, user, Recipient(message, platform), begun),
        "voice" => Sentences.PleaseType,
        "event" => await OnEventAsync(message, user, platform, begun),
        _ => Sentences.TextOnly,
    };

    /// <summary>What a text asks for: the question it stands for, or else what to say at once.</summary>
    public (string? Question, string? Said) Understand(string text, string user)
    {
        var state = memory[user];
        var bare = text.Trim().TrimEnd('。', '.', '！', '、');
        if (MoreWords.Contains(bare)) return (null, NextPage(user, state));
        if (bare is [>= '1' and <= '9'] or [>= '１' and <= '９'])
        {
            var choice = bare[0] - (bare[0] >= '１' ? '１' : '1');
            return choice < state.Choices.Count ? (state.Choices[choice], null) : (null, Sentences.NoSuchChoice);
        }

        return QuestionRule.FaultOf(text) is { } fault ? (null, fault + "。") : (text.Trim(), null);
    }

    /// <summary>The greeting; its samples can then be chosen by number.</summary>
    public string Greet(string user)
    {
        var pages = greeting.Pages();
        memory.Remember(user, new ChatState(pages.Choices, []));
        return pages.Pages[0];
    }

    private static string? Recipient(InboundMessage message, Platform platform) => platform == Platform.WeChat ? message.FromUser : null;

    private async Task<string?> OnEventAsync(InboundMessage message, string user, Platform platform, long begun)
    {
        switch (message.Event)
        {
            case "unsubscribe":
                memory.Forget(user);
                return null;
            case "subscribe" or "scan":
                return Greet(user);
            // A menu's key is the question it stands for; a key that is no Chinese is a name some tool gave it.
            case "click" when message.EventKey.Any(c => c >= '\u2E80'):
                return await SayAsync(message.EventKey, user, Recipient(message, platform), begun);
            case "click":
                return Greet(user);
            default:
                // Positions every few seconds, pages opened, tasks done: nobody waits for words.
                return null;
        }
    }

    private async Task<string> SayAsync(string text, string user, string? recipient, long begun)
    {
        var (question, said) = Understand(text, user);
        if (question is null) return said!;
        var pending = answers.Begin(new AskBody(question, user));
        var final = await answers.InTimeAsync(pending.Final, begun);
        if (!pending.Extractive.IsCompleted)
        {
            memory.Remember(user, new ChatState([question], []));
            return Sentences.StillLooking;
        }

        if (await pending.BestAsync() is not { } answer) return Sentences.NotReady;
        var promised = !final && !longer.Sends(recipient);
        var pages = PhoneText.Compose(answer, settings.SiteUrl, promised ? Sentences.LongerLater : null);
        var state = new ChatState(pages.Choices, [.. pages.Pages.Skip(1)]) { MoreComing = promised };
        memory.Remember(user, state);
        if (!final) longer.Follow(pending.Phrased!, user, recipient, state.Turn);
        return pages.Pages[0];
    }

    private string NextPage(string user, ChatState state)
    {
        if (state.Rest.Count == 0) return state.MoreComing ? Sentences.MoreComing : Sentences.NothingMore;
        memory.Remember(user, state with { Rest = [.. state.Rest.Skip(1)] });
        return state.Rest[0];
    }
}
