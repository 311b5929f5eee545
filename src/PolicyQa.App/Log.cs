namespace PolicyQa.App;

/// <summary>Every message that is logged.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "索引已打开：{Articles} 篇文章，用时 {Milliseconds} 毫秒")]
    public static partial void IndexOpened(ILogger logger, int articles, long milliseconds);

    [LoggerMessage(2, LogLevel.Error, "处理 {Method} {Path} 时出错")]
    public static partial void RequestFailed(ILogger logger, string method, string path, Exception exception);
}
