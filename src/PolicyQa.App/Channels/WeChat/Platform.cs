namespace PolicyQa.App.Channels.WeChat;

/// <summary>Who calls back.</summary>
internal enum Platform
{
    /// <summary>公众号.</summary>
    WeChat,

    /// <summary>企业微信 application.</summary>
    WeCom,

    /// <summary>企业微信 智能机器人.</summary>
    AiBot,
}
