namespace PolicyQa.App;

/// <summary>Every message that is logged.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "索引已打开：{Articles} 篇文章，用时 {Milliseconds} 毫秒")]
    public static partial void IndexOpened(ILogger logger, int articles, long milliseconds);

    [LoggerMessage(3, LogLevel.Information, "语料或词表有改动，已重新载入：{Articles} 篇文章")]
    public static partial void CorpusReloaded(ILogger logger, int articles);

    [LoggerMessage(4, LogLevel.Warning, "语料或词表有改动，但{Problem}")]
    public static partial void CorpusReloadIncomplete(ILogger logger, string problem);

    [LoggerMessage(2, LogLevel.Error, "处理 {Method} {Path} 时出错")]
    public static partial void RequestFailed(ILogger logger, string method, string path, Exception exception);

    [LoggerMessage(5, LogLevel.Warning, "“有用/没用”存不进 {Path}")]
    public static partial void FeedbackLost(ILogger logger, string path, Exception exception);
}
