namespace PolicyQa.App.Channels;

/// <summary>How measures and logs call the channel that a question came by.</summary>
internal static class ChannelName
{
    public const string Api = "api";
    public const string Page = "page";
    public const string OpenAi = "v1";
    public const string Mcp = "mcp";

    /// <summary>WeChat and WeCom.</summary>
    public const string Chat = "chat";
}
