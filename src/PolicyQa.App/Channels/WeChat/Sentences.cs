namespace PolicyQa.App.Channels.WeChat;

/// <summary>What people are told besides answers.</summary>
internal static class Sentences
{
    public const string Fault = "抱歉，刚才出了点问题，请稍后再问一次。";
    public const string NotReady = "资料正在准备，请过一分钟再问。";
    public const string TooFast = "您问得太快了，请一分钟后再问。";
    public const string NothingMore = "没有更多内容了。可以直接输入新的问题。";
    public const string NoSuchChoice = "没有这个编号。请直接输入您的问题，例如：今年引进多少教师";
    public const string PleaseType = "暂时听不了语音，请用文字输入您的问题。";
    public const string TextOnly = "我只看得懂文字。请直接输入您的问题，例如：今年引进多少教师";
    public const string StillLooking = "这个问题还在查。请过几秒回复“1”看结果。";
    public const string LongerLater = "（更完整的说明正在整理，过一会儿回复“续”查看）";
    public const string MoreComing = "更完整的说明还在整理，请过一会儿再回复“续”。";
    public const string Looking = "正在查找……";
    public const string StreamGone = "这次回答已经过期，请再问一遍。";
}
