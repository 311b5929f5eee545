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

    [LoggerMessage(30, LogLevel.Debug, "大模型润色：{Outcome}，{Kept}/{Sentences} 句通过核对")]
    public static partial void Worded(ILogger logger, PolicyQa.Answering.Guarding.WordingOutcome outcome, int kept, int sentences);

    [LoggerMessage(31, LogLevel.Warning, "大模型 {Host} 出错：{Problem}")]
    public static partial void ModelFailed(ILogger logger, string host, string problem);

    [LoggerMessage(32, LogLevel.Warning, "提示词文件 {Path} 有改动但读不了，继续用上一次的：{Problem}")]
    public static partial void PromptBroken(ILogger logger, string path, string problem);

    [LoggerMessage(5, LogLevel.Warning, "“有用/没用”存不进 {Path}")]
    public static partial void FeedbackLost(ILogger logger, string path, Exception exception);
}
