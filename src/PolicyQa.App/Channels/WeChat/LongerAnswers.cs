using PolicyQa.Answering;
using PolicyQa.App.Configuration;

namespace PolicyQa.App.Channels.WeChat;

/// <summary>Brings a longer answer after the short one: by the customer-service API where that may be used, else it waits for 续.</summary>
internal sealed class LongerAnswers(ChatMemory memory, ChatSettings settings, ILogger<LongerAnswers> logger, CustomerService? customerService = null)
{
    /// <summary>The person will be sent it, unasked.</summary>
    public bool Sends(string? recipient) => recipient is not null && customerService is not null;

    /// <summary>Returns at once.</summary>
    /// <param name="phrased">The longer answer.</param>
    /// <param name="user">The person's key.</param>
    /// <param name="recipient">The OpenID, where the person may be written to.</param>
    /// <param name="turn">Of the question. Whoever has asked something else since, or has left, finds no old answer under 续.</param>
    public void Follow(Task<Answer?> phrased, string user, string? recipient, object turn) => _ = FollowAsync(phrased, user, recipient, turn);

    private async Task FollowAsync(Task<Answer?> phrased, string user, string? recipient, object turn)
    {
        try
        {
            if (await phrased is not { } answer)
            {
                Remember(user, turn, state => state with { MoreComing = false });
                return;
            }

            var pages = PhoneText.Compose(answer, settings.SiteUrl);
            // One message of the five that WeChat allows; its further pages wait like any others.
            var sent = Sends(recipient) && await customerService!.SendAsync(recipient!, pages.Pages[0]);
            Remember(user, turn, _ => new ChatState(pages.Choices, sent ? [.. pages.Pages.Skip(1)] : pages.Pages));
        }
        catch (Exception e)
        {
            Log.LongerAnswerFailed(logger, e);
        }
    }

    private void Remember(string user, object turn, Func<ChatState, ChatState> change)
    {
        var state = memory[user];
        if (ReferenceEquals(state.Turn, turn)) memory.Remember(user, change(state));
    }
}
