using PolicyQa.App.Channels.Http.Pages;
using PolicyQa.App.Configuration;
using PolicyQa.App.Data;

namespace PolicyQa.App.Channels.Http.Admin;

/// <summary>/admin itself: how things stand.</summary>
internal static class OverviewSection
{
    public static void Map(AdminRoutes routes) => routes.Get("", ShowAsync);

    private static Task<IResult> ShowAsync(AdminRequest request)
    {
        var store = request.Service<DataStore>();
        var engine = request.Service<EngineHost>().Current;
        Html aside = store.PutAside is { } path
            ? $"""<p class="damage" role="alert"><span class="tag">注意</span>数据库文件曾经损坏，已另存为 {path}，现在用的是新的空数据库。有备份的话，可以停机后恢复。</p>"""
            : Html.Empty;
        return Task.FromResult<IResult>(request.Page("概况", $"""
            <h1>概况</h1>{aside}
            <dl class="facts">
            <div><dt>问答</dt><dd>{(engine is null ? "索引正在准备" : $"{engine.Engine.Articles.Count} 篇文章，正常回答")}</dd></div>
            <div><dt>数据库</dt><dd>{(store.Settings.Provider == DataProvider.Sqlite ? "SQLite" : "PostgreSQL")}，可以读写</dd></div>
            </dl>
            """));
    }
}
