using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PolicyQa.App;
using PolicyQa.App.Configuration;
using PolicyQa.Corpus;
using PolicyQa.Tests.Data;
using Phrasing = PolicyQa.App.Channels.Phrasing;

namespace PolicyQa.Tests.Http;

/// <summary>The real composition root on a real Kestrel at a free port, over articles held in memory.</summary>
internal sealed class WebServer : IAsyncDisposable
{
    private readonly WebApplication host;
    private readonly TestDatabase data;

    private WebServer(WebApplication host, EngineHost engines, TestDatabase data)
    {
        this.host = host;
        this.data = data;
        Engines = engines;
        Client = new HttpClient { BaseAddress = new Uri(host.Urls.First()) };
    }

    public EngineHost Engines { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => host.Services;

    public LiveSettings Live => host.Services.GetRequiredService<LiveSettings>();

    /// <summary>As the verb serve does when settings have changed.</summary>
    public void TakeUp(Settings settings) => Composition.TakeUp(host, settings);

    /// <summary>As a supervisor would: requests under way come to their end.</summary>
    public Task StopAsync() => host.StopAsync();

    public static Article Interview { get; } = Make();

    public static async Task<WebServer> StartAsync(bool ready = true, TimeProvider? time = null, Action<WebApplication>? add = null, Phrasing? phrasing = null, string? settings = null, params string[] switches)
    {
        var engines = new EngineHost();
        var database = await TestDatabase.MakeAsync(onFile: switches.Any(s => s.StartsWith("--Data:ConnectionString", StringComparison.Ordinal)));
        var app = Composition.WebHost(new LiveSettings(Settings.Load(settings, ["--urls=http://127.0.0.1:0", .. database.Switches, .. switches])), engines, time ?? TimeProvider.System, phrasing);
        add?.Invoke(app);
        await app.StartAsync();
        if (ready) engines.Publish(Snapshot());
        return new WebServer(app, engines, database);
    }

    public static EngineSnapshot Snapshot() => new(QaEngine.ForArticles([Make(preface: true), Interview], new EngineOptions()));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        // Whoever is still connected is cut off, and nothing runs on in a host that is gone.
        await host.StopAsync(new CancellationToken(canceled: true));
        await host.DisposeAsync();
        Engines.Dispose();
        await data.DisposeAsync();
    }

    private static Article Make(bool preface = false)
    {
        const string text = "建设<强>市\n——访市教育局局长王文梅\n●本报记者 苗欣\n今年，一是补充教师1633名，秋季开学前全部上岗。\n产业链“& 培育先进半";
        int At(string words) => text.IndexOf(words, StringComparison.Ordinal);
        return new Article
        {
            Id = preface ? "preface" : "edu",
            Kind = preface ? ArticleKind.Preface : ArticleKind.Interview,
            Title = preface ? "编者按" : "建设<强>市",
            Department = preface ? null : "市教育局",
            Speaker = preface ? null : "王文梅",
            Post = "局长",
            Reporter = "苗欣",
            Year = 2024,
            City = "某市",
            Text = text,
            Sections =
            [
                new Section(null, SectionRole.Headline, 0, At("\n——")),
                new Section(null, SectionRole.Byline, At("——"), At("\n●")),
                new Section(null, SectionRole.Reporter, At("●"), At("\n今")),
                new Section(null, SectionRole.Lead, At("今年"), At("一是")),
                new Section("一是", SectionRole.Body, At("一是"), text.Length),
            ],
            Damages = [new Damage(DamageKind.CutOff, At("培育先进半"), text.Length, "这句话<断>了。")],
            Lines = [new SourceLine(0, 3), new SourceLine(At("今年"), 9)],
            SourcePath = "页.txt",
            SourceHash = "ab12",
        };
    }
}
