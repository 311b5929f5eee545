using PolicyQa.Answering;
using PolicyQa.Questions;

namespace PolicyQa.App.Channels.Cli;

/// <summary>The engine's names in plain Chinese. A name that is not listed (a new feature) is shown as it is.</summary>
internal static class ExplanationWords
{
    private static readonly Dictionary<string, string> Features = new(StringComparer.Ordinal)
    {
        ["first"] = "初排总分",
        ["special"] = "数字和字母",
        ["sentence"] = "同一句内",
        ["order"] = "词序",
        ["words"] = "词语",
        ["characters"] = "单字",
        ["charactersNear"] = "附近单字",
        ["kindNear"] = "附近有所问类型",
        ["unigrams"] = "单字得分",
        ["pairs"] = "词对",
        ["terms-clause"] = "分句含问题词语",
        ["terms-sentence"] = "本句含问题词语",
        ["terms-around"] = "上下文含问题词语",
        ["terms-article"] = "全文含问题词语",
        ["missing-around"] = "上下文缺的词语",
        ["missing-article"] = "全文缺的词语",
        ["heaviest-missing"] = "缺的最重词语",
        ["missing-count"] = "缺几个词语",
        ["unknown"] = "收录文章里没有的词语",
        ["number-missing"] = "缺所问数字",
        ["year-other-around"] = "上下文说的是别的年份",
        ["year-other-article"] = "全文说的是别的年份",
        ["latin-missing"] = "缺字母词",
        ["name-missing"] = "缺名称",
        ["rarest-sentence"] = "本句含最少见词",
        ["rarest-around"] = "上下文含最少见词",
        ["bigrams-sentence"] = "本句含问题字对",
        ["bigrams-passage"] = "段落含问题字对",
        ["bigrams-article"] = "全文含问题字对",
        ["bm25-passage"] = "段落检索分",
        ["bigrams-first-passage"] = "首段含问题字对",
        ["bigrams-first-article"] = "首篇含问题字对",
        ["longest-common"] = "最长相同片段",
        ["characters-sentence"] = "本句含问题单字",
        ["reader"] = "规则读取分",
        ["ruled"] = "规则可信度",
        ["asked-near"] = "邻近有所问名词",
        ["terms-best-sentence"] = "最佳句含问题词语",
        ["terms-best-around"] = "最佳上下文含问题词语",
        ["read-answer"] = "阅读模型：有答案",
        ["read-odds"] = "阅读模型：有答案的把握",
        ["read-span"] = "阅读模型：这一处的把握",
        ["read-agrees"] = "阅读模型与规则一致",
        ["position"] = "位置",
    };

    public static string OfFeature(string name) => Features.GetValueOrDefault(name, name);

    public static string OfFactor(GateFactor factor) => factor.Name switch
    {
        "unknownWord" => $"收录的文章里没有“{factor.Subject}”",
        "wordElsewhere" => $"“{factor.Subject}”在别处，不在这一段",
        "districtElsewhere" => $"这句话说的不是“{factor.Subject}”",
        "qualifierLacking" => $"没有所问的限定“{factor.Subject}”",
        "qualifierNearby" => $"限定“{factor.Subject}”在旁边，不在这个分句",
        "qualifierOther" => $"说的是“{factor.Subject}”，不是所问的限定",
        "qualifierMore" => $"多一层限定“{factor.Subject}”",
        _ => factor.Subject is null ? factor.Name : $"{factor.Name}“{factor.Subject}”",
    };

    public static string Of(QuestionKind kind) => kind switch
    {
        QuestionKind.Topic => "几个关键词",
        QuestionKind.Quantity => "数量",
        QuestionKind.Time => "时间",
        QuestionKind.Person => "人物",
        QuestionKind.Place => "地点",
        QuestionKind.Department => "部门",
        QuestionKind.List => "清单",
        QuestionKind.Definition => "含义",
        QuestionKind.Term => "名称",
        QuestionKind.YesNo => "是否",
        QuestionKind.Manner => "做法",
        QuestionKind.Description => "情况",
        _ => kind.ToString(),
    };

    public static string Of(AnswerStatus status) => status switch
    {
        AnswerStatus.Answered => "作答",
        AnswerStatus.Clarify => "请提问的人选择",
        _ => "不作答",
    };

    public static string OfReason(Verdict verdict) => verdict.Reason switch
    {
        VerdictReason.Answered => "可信度够了",
        VerdictReason.ByLine => "访谈的署名写明了",
        VerdictReason.Ledger => "由承诺台账逐项列出、计数或相加",
        VerdictReason.NotInByLine => "访谈的署名没有写",
        VerdictReason.Instruction => "这是命令，不是问题",
        VerdictReason.UnknownDepartment => $"没有收录“{verdict.Subject}”的访谈",
        VerdictReason.NothingAsked => "问题里没有可查的词语",
        VerdictReason.OnlyAPerson => "只提到人，署名里没有答案",
        VerdictReason.SeveralDepartments => $"几个部门都说得上，说法不同：{verdict.Subject}",
        VerdictReason.SeveralCities => $"几个城市都说得上，说法不同：{verdict.Subject}",
        VerdictReason.NoReading => "没有读到像答案的词句",
        VerdictReason.BelowThreshold => "最好的候选答案可信度也不到门槛",
        VerdictReason.FigureNotCited => "答案里有引文没有的数字",
        _ => verdict.Reason.ToString(),
    };
}
