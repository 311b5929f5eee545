using System.ComponentModel;
using ModelContextProtocol;
using ModelContextProtocol.Server;
using PolicyQa.App.Channels.Http;
using PolicyQa.App.Review;
using PolicyQa.Commitments;

namespace PolicyQa.App.Channels.Mcp;

/// <summary>What an agent can do here. All of it reads, and all of it gives the source's own words.</summary>
[McpServerToolType]
internal sealed class PolicyTools(EngineHost engines, FrontDesk desk, TimeProvider time, SiteAddress site, IHttpContextAccessor http)
{
    private const int MostItems = 100;
    private const int MostHistory = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [McpServerTool(Name = "ask", Title = "问政策", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("用一句中文问部门负责人访谈里的事：今年要做什么、多少、什么时候、谁负责。给出最短的答案、原文和出处；原文里没有的，status 是 notFound，这时不要自己编答案。")]
    public async Task<ToolAnswer> Ask(
        [Description("问题，1 到 500 字，如：市教育局今年要引进多少教师")] string question,
        [Description("同一次谈话里前面问过的问题，先问的在前；追问（如“那科技局呢”）靠它补全")] string[]? history = null,
        [Description("只问这个部门，如：市教育局")] string? department = null,
        CancellationToken cancellationToken = default)
    {
        if (QuestionRule.FaultOf(question) is { } fault) throw new McpException(fault);
        using var lease = await LeaseAsync(cancellationToken);
        IReadOnlyList<string> earlier = [.. (history ?? []).Where(h => QuestionRule.FaultOf(h) is null).TakeLast(MostHistory).Select(h => h.Trim())];
        return ToolAnswer.Of(desk.Ask(lease.Engine, new AskRequest(question.Trim()) { History = earlier, Department = Named(department) }, ChannelName.Mcp, cancellationToken), Site);
    }

    [McpServerTool(Name = "search_passages", Title = "检索原文", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("按关键词检索访谈原文，给出最相关的段落。想看某事在原文里怎么说、或 ask 没有找到时用它；只检索，不下结论。")]
    public async Task<ToolPassages> SearchPassages(
        [Description("关键词或一句话，500 字以内")] string query,
        [Description("只找这个部门的访谈，如：市教育局")] string? department = null,
        [Description("最多给出几段，1 到 100")] int limit = 10,
        CancellationToken cancellationToken = default)
    {
        if (QuestionRule.FaultOf(query) is { } fault) throw new McpException(fault);
        using var lease = await LeaseAsync(cancellationToken);
        return new ToolPassages([.. lease.Engine.Search(query.Trim(), Named(department), Checked(limit)).Select(h => ToolPassage.Of(h, Site))]);
    }

    [McpServerTool(Name = "get_article", Title = "取全文", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("按编号取一篇访谈的全文。编号见 ask 和 search_passages 给出的 articleId。")]
    public async Task<ToolArticle> GetArticle([Description("文章的编号")] string id, CancellationToken cancellationToken = default)
    {
        using var lease = await LeaseAsync(cancellationToken);
        return lease.Engine.FindArticle(id) is { } article ? ToolArticle.Of(article, Site) : throw new McpException($"没有编号是“{id}”的文章");
    }

    [McpServerTool(Name = "list_commitments", Title = "列出承诺", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("列出各部门在访谈里作出的承诺：做什么、数量、期限、进展、原文。要汇总或比较各部门的安排时用它。")]
    public async Task<ToolCommitments> ListCommitments(
        [Description("只列这个部门的，如：市教育局")] string? department = null,
        [Description("只列原文里有这个词的，如：教师")] string? query = null,
        [Description("只列这个状态的：待评估、未到期、进展正常、滞后、已完成、调整")] string? status = null,
        [Description("最多给出几条，1 到 100")] int limit = 50,
        CancellationToken cancellationToken = default)
    {
        using var lease = await LeaseAsync(cancellationToken);
        var name = Named(department) is not { } said ? null : lease.Engine.FindDepartment(said) ?? throw new McpException($"收录的访谈里没有“{said}”");
        CommitmentStatus? standing = Named(status) is not { } word ? null : StatusWords.Parse(word) ?? throw new McpException($"status 应是 {string.Join('、', StatusWords.All.Select(StatusWords.Of))} 之一");
        var statuses = lease.Engine.Statuses();
        var found = lease.Engine.Ledger.Select(new LedgerFilter { Department = name, Text = Named(query), Status = standing }, statuses);
        return new ToolCommitments([.. found.Take(Checked(limit)).Select(c => ToolCommitment.Of(c, statuses, Site))], found.Count);
    }

    private static string? Named(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static int Checked(int limit) => limit is >= 1 and <= MostItems ? limit : throw new McpException($"limit 应是 1 到 {MostItems} 之间的整数");

    private string Site => site.Of(http.HttpContext?.Request);

    private async Task<EngineLease> LeaseAsync(CancellationToken cancellationToken) =>
        await engines.WaitAsync(Patience, time, cancellationToken) ? engines.Lease() : throw new McpException(Problems.NotReadyTitle);
}
