using PolicyQa.App.Channels.WeChat;

namespace PolicyQa.App.Configuration;

/// <summary>What is set of WeChat and WeCom. Off until configured.</summary>
internal sealed class ChatSettings
{
    public required CallbackAccount WeChat { get; init; }

    public required CallbackAccount WeCom { get; init; }

    public required CallbackAccount AiBot { get; init; }

    /// <summary>Null where it is not enabled.</summary>
    public required CustomerServiceAccount? CustomerService { get; init; }

    /// <summary>Where people reach the article pages; null = answers carry no links.</summary>
    public required string? SiteUrl { get; init; }

    public IReadOnlyList<CallbackAccount> Accounts => [WeChat, WeCom, AiBot];

    public bool Any => Accounts.Any(a => a.Enabled);

    public static ChatSettings Read(IConfiguration configuration)
    {
        SectionValues Section(string name) => new(configuration, name);
        var weChat = CallbackAccount.Read(Platform.WeChat, Section("WeChat"));
        return new ChatSettings
        {
            WeChat = weChat,
            WeCom = CallbackAccount.Read(Platform.WeCom, Section("WeCom")),
            AiBot = CallbackAccount.Read(Platform.AiBot, Section("WeCom:AiBot"), Section("WeCom")),
            CustomerService = CustomerServiceAccount.Read(Section("WeChat:CustomerService"), weChat),
            SiteUrl = Section("Site").Address("BaseUrl"),
        };
    }
}
