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

    [LoggerMessage(2, LogLevel.Error, "处理请求 {RequestId}（{Method} {Route}）时出错")]
    public static partial void RequestFailed(ILogger logger, string requestId, string method, string route, Exception exception);

    [LoggerMessage(6, LogLevel.Information, "设置有改动，已生效")]
    public static partial void SettingsReloaded(ILogger logger);

    [LoggerMessage(7, LogLevel.Warning, "设置有改动，下列各项重启后才生效：{Names}")]
    public static partial void SettingsWantRestart(ILogger logger, string names);

    [LoggerMessage(8, LogLevel.Warning, "设置有改动但有误，继续用原来的：{Problem}")]
    public static partial void SettingsRefused(ILogger logger, string problem);

    // No user ids, no addresses; the text of a question only by Asked, which a setting turns on.
    [LoggerMessage(9, LogLevel.Information, "{RequestId} {Method} {Route} {Status}，{Milliseconds} 毫秒")]
    public static partial void Responded(ILogger logger, string requestId, string method, string route, int status, double milliseconds);

    [LoggerMessage(10, LogLevel.Information, "{Channel} 问：{Question}")]
    public static partial void Asked(ILogger logger, string channel, string question);

    [LoggerMessage(6, LogLevel.Warning, "这一版语料没有存进历史，以后不能一键恢复到它：{Problem}")]
    public static partial void HistoryNotKept(ILogger logger, string problem);

    [LoggerMessage(7, LogLevel.Error, "词表试跑出错")]
    public static partial void TrialFailed(ILogger logger, Exception exception);

    [LoggerMessage(8, LogLevel.Error, "读写语料或它的历史时出错")]
    public static partial void DeskFailed(ILogger logger, Exception exception);

    [LoggerMessage(30, LogLevel.Debug, "大模型润色：{Outcome}，{Kept}/{Sentences} 句通过核对")]
    public static partial void Worded(ILogger logger, PolicyQa.Answering.Guarding.WordingOutcome outcome, int kept, int sentences);

    [LoggerMessage(31, LogLevel.Warning, "大模型 {Host} 出错：{Problem}")]
    public static partial void ModelFailed(ILogger logger, string host, string problem);

    [LoggerMessage(32, LogLevel.Warning, "提示词文件 {Path} 有改动但读不了，继续用上一次的：{Problem}")]
    public static partial void PromptBroken(ILogger logger, string path, string problem);

    [LoggerMessage(33, LogLevel.Information, "向量 {Model}：{Passages} 个段落都有了，{Note}")]
    public static partial void VectorsReady(ILogger logger, string model, int passages, string note);

    [LoggerMessage(34, LogLevel.Warning, "向量服务 {Host} {Fault}，段落的向量稍后再取，检索暂时只用词语")]
    public static partial void PassagesWithoutVectors(ILogger logger, string host, string fault);

    [LoggerMessage(35, LogLevel.Debug, "向量服务 {Host} {Fault}，这个问题只用词语检索")]
    public static partial void QuestionWithoutVector(ILogger logger, string host, string fault);

    [LoggerMessage(36, LogLevel.Warning, "同样叫 {Model} 的向量模型已不是原来那个，原有的向量作废，重新生成")]
    public static partial void EmbeddingModelChanged(ILogger logger, string model);

    [LoggerMessage(37, LogLevel.Error, "向量存不进 {Folder}，检索只用词语")]
    public static partial void VectorsNotKept(ILogger logger, string folder, Exception exception);

    [LoggerMessage(40, LogLevel.Error, "数据库暂时用不了（问答照常）：{Fault}")]
    public static partial void DataUnavailable(ILogger logger, string fault, Exception exception);

    [LoggerMessage(41, LogLevel.Information, "数据库恢复正常")]
    public static partial void DataUsableAgain(ILogger logger);

    [LoggerMessage(42, LogLevel.Error, "数据库文件 {Path} 已损坏，另存为 {Aside}；还读得出的 {Rows} 条记录已搬进新的数据库，读不出的要靠备份（停机后恢复）")]
    public static partial void DataPutAside(ILogger logger, string path, string aside, int rows);

    [LoggerMessage(43, LogLevel.Error, "{Count} 条没有答案的问题或意见没有存下来")]
    public static partial void UnansweredLost(ILogger logger, int count, Exception exception);

    [LoggerMessage(44, LogLevel.Information, "旧的反馈文件 {Path} 已导入数据库：{Count} 条")]
    public static partial void FeedbackImported(ILogger logger, string path, int count);

    [LoggerMessage(45, LogLevel.Warning, "旧的反馈文件 {Path} 没有导入")]
    public static partial void FeedbackNotImported(ILogger logger, string path, Exception exception);

    [LoggerMessage(46, LogLevel.Warning, "人工审核的答复 {Id} 停用：{Why}")]
    public static partial void ReviewedSuspended(ILogger logger, int id, string why);

    [LoggerMessage(47, LogLevel.Information, "已按保留期限删除 {Count} 条旧记录")]
    public static partial void OldRowsDeleted(ILogger logger, int count);

    // No user ids, tokens, keys or texts below.
    [LoggerMessage(20, LogLevel.Warning, "{Platform} 回调被拒绝（{Code}）：{Parameter}。{Explanation}")]
    public static partial void CallbackRefused(ILogger logger, string platform, int code, string parameter, string explanation);

    [LoggerMessage(21, LogLevel.Error, "处理 {Platform} 的消息时出错")]
    public static partial void CallbackFailed(ILogger logger, string platform, Exception exception);

    [LoggerMessage(22, LogLevel.Warning, "语言模型没有写成回答，已用摘录的回答")]
    public static partial void PhrasingFailed(ILogger logger, Exception exception);

    [LoggerMessage(23, LogLevel.Warning, "较长的回答没有送出")]
    public static partial void LongerAnswerFailed(ILogger logger, Exception exception);

    [LoggerMessage(24, LogLevel.Warning, "客服消息没有发出（{Code}：{Meaning}），改为等用户回复“续”")]
    public static partial void CustomerMessageRefused(ILogger logger, string code, string meaning);

    [LoggerMessage(25, LogLevel.Warning, "取不到 access_token：请核对 WeChat:AppId 和 WeChat:CustomerService:AppSecret")]
    public static partial void NoAccessToken(ILogger logger);
}
