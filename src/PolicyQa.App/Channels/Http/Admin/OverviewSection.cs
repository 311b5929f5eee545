using Microsoft.EntityFrameworkCore;
using PolicyQa.App.Channels.Http.Pages;
using PolicyQa.App.Configuration;
using PolicyQa.App.Data;
using PolicyQa.App.Review;

namespace PolicyQa.App.Channels.Http.Admin;

/// <summary>/admin itself: how things stand.</summary>
internal static class OverviewSection
{
    public static void Map(AdminRoutes routes) => routes.Get("", ShowAsync);

    private static async Task<IResult> ShowAsync(AdminRequest request)
    {
        var store = request.Service<DataStore>();
        var (waiting, answered, suspended, useful, useless) = await store.WithAsync(
            async data => (
                await QuestionSection.Of(data, "open").CountAsync(request.Aborted),
                await data.ReviewedAnswers.CountAsync(request.Aborted),
                await data.ReviewedAnswers.CountAsync(a => a.Suspended != null, request.Aborted),
                await data.Votes.CountAsync(v => v.Useful, request.Aborted),
                await data.Votes.CountAsync(v => !v.Useful, request.Aborted)),
            request.Aborted);
        var dropped = request.Service<UnansweredLog>().Dropped;
        var engine = request.Service<EngineHost>().Current;
        Html aside = store.PutAside is { } path
            ? $"""<p class="damage" role="alert"><span class="tag">注意</span>数据库文件曾经损坏，已另存为 {path}。现在用的是新的数据库，里面是还读得出的记录；缺的可以停机后用备份恢复。</p>"""
            : Html.Empty;
        return request.Page("概况", $"""
            <h1>概况</h1>{aside}
            <dl class="facts">
            <div><dt>问答</dt><dd>{(engine is null ? "索引正在准备" : $"{engine.Engine.Articles.Count} 篇文章，正常回答")}</dd></div>
            <div><dt>数据库</dt><dd>{(store.Settings.Provider == DataProvider.Sqlite ? "SQLite" : "PostgreSQL")}，可以读写</dd></div>
            <div><dt>待处理的问题</dt><dd><a href="{QuestionSection.Path}">{waiting} 组</a>{(dropped > 0 ? $"（问得太快，启动以来有 {dropped} 条没记下）" : "")}</dd></div>
            <div><dt>人工审核的答复</dt><dd>{answered} 条{(suspended > 0 ? $"，其中 {suspended} 条因原文变动已停用，要复核" : "")}</dd></div>
            <div><dt>意见</dt><dd>有用 {useful} 次，没用 {useless} 次</dd></div>
            <div><dt>保留期限</dt><dd>{(store.Settings.RetentionDays == 0 ? "不限" : $"{store.Settings.RetentionDays} 天")}；<a href="/admin/export">导出全部数据</a></dd></div>
            </dl>
            """);
    }
}
