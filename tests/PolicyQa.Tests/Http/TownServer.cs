using System.Text;
using PolicyQa.App;
using PolicyQa.Corpus;

namespace PolicyQa.Tests.Http;

/// <summary>A server over one small page, whose text would do harm if ever it became markup.</summary>
internal sealed class TownServer : IAsyncDisposable
{
    public const string Cited = "全年培训教师500名，引进外地名师12名。";

    public const string Page =
        """
        办好<img src=x onerror="window.hurt=1">教育

        ——访市教育局党组书记、局长张一凡

        ●本报记者 赵小明

        一是扩大资源供给。今年，新增学位3000个，新建公办幼儿园5所。

        二是建强教师队伍。全年培训教师500名，引进外地名师12名。<script>window.hurt=1</script>

        三是办好县域高中。改造县域高中6所，创建省级示范高中两所。
        """;

    private TownServer(WebServer web) => Web = web;

    public WebServer Web { get; }

    public string Root => Web.Client.BaseAddress!.ToString().TrimEnd('/');

    public Article Education => Web.Engines.Engine.Articles[0];

    public static async Task<TownServer> StartAsync()
    {
        var server = new TownServer(await WebServer.StartAsync(ready: false));
        server.Publish(Page);
        return server;
    }

    public void Publish(string page) =>
        Web.Engines.Publish(new EngineSnapshot(QaEngine.ForArticles(CorpusReader.Read([new SourceFile("town.txt", Encoding.UTF8.GetBytes(page))], []).Articles, new EngineOptions())));

    /// <summary>An address with the place of <see cref="Cited"/> filled in.</summary>
    public string Fill(string address)
    {
        var start = Education.Text.IndexOf(Cited, StringComparison.Ordinal);
        var end = start + Cited.Length;
        return address.Replace("{id}", Education.Id).Replace("{v}", ExcerptFingerprint.Of(Cited)).Replace("{at}", $"{start}-{end}").Replace("{start}", $"{start}").Replace("{end}", $"{end}");
    }

    public ValueTask DisposeAsync() => Web.DisposeAsync();
}
