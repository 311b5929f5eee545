using PolicyQa.App;
using PolicyQa.Corpus;

namespace PolicyQa.Tests.Http;

/// <summary>The web server over the repository's own page, or over many made-up promises.</summary>
internal static class LedgerServer
{
    public static async Task<WebServer> StartAsync(TimeProvider? time = null)
    {
        var server = await WebServer.StartAsync(ready: false, time);
        server.Engines.Publish(new EngineSnapshot(QaEngine.ForArticles(Corpus.Pages.Real.Articles, new EngineOptions())));
        return server;
    }

    /// <summary>As many rows as asked for: departments of a hundred each.</summary>
    public static async Task<WebServer> StartAsync(int rows)
    {
        var page = new System.Text.StringBuilder("2025年1月16日 星期四\n\n");
        for (var department = 0; department * 100 < rows; department++)
        {
            var name = "甲乙丙丁戊己庚辛壬癸"[department / 10] + "子丑寅卯辰巳午未申酉"[department % 10].ToString();
            page.Append($"抓落实 开新局{name}\n\n——访市{name}局局长江{name}\n\n●本报记者 陈默\n\n江{name}表示，今年抓好以下工作。\n\n");
            for (var i = 0; i < 100; i++) page.Append($"新建{(i % 7 == 0 ? "口袋" : "社区")}公园{department * 100 + i + 2}个，{i % 12 + 1}月底前全部完成。\n\n");
        }

        var articles = CorpusReader.Read([new SourceFile("页.txt", System.Text.Encoding.UTF8.GetBytes(page.ToString()))], []).Articles;
        var server = await WebServer.StartAsync(ready: false);
        server.Engines.Publish(new EngineSnapshot(QaEngine.ForArticles(articles, new EngineOptions())));
        return server;
    }
}
