namespace PolicyQa.App.Channels.WeChat;

/// <summary>How an Official Account's messages travel.</summary>
internal enum SendMode
{
    /// <summary>明文模式.</summary>
    Plain,

    /// <summary>兼容模式: plain fields and the encrypted message.</summary>
    Compatible,

    /// <summary>安全模式.</summary>
    Secure,
}
