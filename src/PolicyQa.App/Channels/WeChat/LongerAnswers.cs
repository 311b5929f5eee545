using PolicyQa.Answering;
using PolicyQa.App.Configuration;

namespace PolicyQa.App.Channels.WeChat;

/// <summary>Brings a longer answer after the short one: by the customer-service API where that may be used, else it waits for 续.</summary>
internal sealed class LongerAnswers(ChatMemory memory, ChatSettings settings, ILogger<LongerAnswers> logger, CustomerService? customerService = null)
{
    /// <summary>The person will be sent it, unasked.</summary>
    public bool Sends(string? recipient) => recipient is not null && customerService is not null;

    /// <summary>Returns at once.</summary>
    public void Follow(Task<Answer?> phrased, string user, string? recipient) => _ = FollowAsync(phrased, user, recipient);

    private async Task FollowAsync(Task<Answer?> phrased, string user, string? recipient)
    {
        try
        {
            if (await phrased is not { } answer) return;
            var pages = PhoneText.Compose(answer, settings.SiteUrl);
            // One message of the five that WeChat allows; its further pages wait like any others.
            var sent = Sends(recipient) && await customerService!.SendAsync(recipient!, pages.Pages[0]);
            memory.Remember(user, new ChatState(pages.Choices, sent ? [.. pages.Pages.Skip(1)] : pages.Pages));
        }
        catch (Exception e)
        {
            Log.LongerAnswerFailed(logger, e);
        }
    }
}
