namespace PolicyQa.App.Channels.Http.Admin;

/// <summary>Every part of /admin, in the order of the navigation. A new one is a line here and a class with a Map.</summary>
internal static class AdminSections
{
    public static IReadOnlyList<AdminSection> All { get; } =
    [
        new("", "概况", OverviewSection.Map),
        new("/questions", "待答问题", QuestionSection.Map),
        new("/corpus", "语料", CorpusSection.Map),
        new("/lexicon", "词表", LexiconSection.Map),
        new("/progress", "台账进展", ProgressSection.Map),
        new("/keys", "密钥", KeySection.Map),
        new("/accounts", "账号", AccountSection.Map),
        new("/audit", "操作记录", AuditSection.Map),
        new("/export", "", ExportSection.Map),
        new("/sign-in", "", SignInSection.Map),
    ];
}
