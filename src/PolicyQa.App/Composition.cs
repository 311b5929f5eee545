using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using PolicyQa.Analysis;
using PolicyQa.Analysis.SmartCn;
using PolicyQa.App.Channels;
using PolicyQa.App.Channels.Http;
using PolicyQa.App.Channels.Http.Admin;
using PolicyQa.App.Channels.Mcp;
using PolicyQa.App.Channels.OpenAi;
using PolicyQa.App.Channels.WeChat;
using PolicyQa.App.Configuration;
using PolicyQa.App.Data;
using PolicyQa.App.Identity;
using PolicyQa.App.Llm;
using PolicyQa.App.Operations;
using PolicyQa.App.Progress;
using PolicyQa.App.Publishing;
using PolicyQa.App.Review;

namespace PolicyQa.App;

/// <summary>Everything that is put together, in the order in which a question meets it.</summary>
internal static class Composition
{
    /// <summary>What `analyze` can show: Lucene's SmartCn, Lucene's bigrams, and what the index really holds.</summary>
    public static IReadOnlyDictionary<string, Func<Func<QaEngine>, Analyzer>> Analyzers { get; } = new Dictionary<string, Func<Func<QaEngine>, Analyzer>>
    {
        ["smartcn"] = _ => new SmartChineseAnalyzer(),
        ["bigram"] = _ => new CJKAnalyzer(LuceneVersion.LUCENE_48, CharArraySet.Empty),
        // The lexicon and the words learnt from the pages belong to it, so it needs the corpus.
        ["index"] = open => new IndexAnalyzer(open().Words),
    };

    /// <summary>The engine's side: a corpus folder and its index.</summary>
    public static Workspace Workspace(Settings settings, TimeProvider time) => new(settings.Corpus, settings.Index, settings.Engine, time);

    /// <summary>Earlier corpora.</summary>
    public static CorpusHistory History(Settings settings, TimeProvider time) => new(settings.History, Math.Max(1, settings.HistoryStates), time);

    /// <summary>An engine with what /readyz tells of it.</summary>
    public static EngineSnapshot Snapshot(QaEngine engine, Settings settings)
    {
        // Publishing replaces the pointer last of all, so its time says when that was.
        var pointer = new FileInfo(Path.Combine(settings.Index, PolicyQa.Workspace.Pointer));
        return new EngineSnapshot(engine, engine.PassageCount, BuiltAt: pointer.Exists ? new DateTimeOffset(pointer.LastWriteTimeUtc, TimeSpan.Zero) : null);
    }

    /// <summary>The web host over an engine that may still be opening.</summary>
    /// <param name="live">What an operator has set.</param>
    /// <param name="engines">Where the engine is, or will be.</param>
    /// <param name="time">The clock.</param>
    /// <param name="phrasing">Puts answers into more words; null = they go out as extracted.</param>
    public static WebApplication WebHost(LiveSettings live, EngineHost engines, TimeProvider time, Phrasing? phrasing = null)
    {
        var settings = live.Current;
        // The empty builder: nothing is there that is not written here, and nothing is scanned or watched at start.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, WebRootPath = "wwwroot" });
        builder.Configuration.AddConfiguration(settings.Configuration);
        builder.Logging.AddConfiguration(settings.Configuration.GetSection("Logging"));
        if (settings.Telemetry.JsonLog) builder.Logging.AddJsonLines();
        else builder.Logging.AddSimpleConsole(o => o.SingleLine = true);
        // A failed start is told by the verb, in one line.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        // Standard output belongs to results.
        builder.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);

        // 1. A request comes in.
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(ConnectionLimits.Configure);
        builder.Services.AddRoutingCore();
        builder.Services.AddRequestTimeouts();
        builder.Services.AddSingleton(live);
        builder.Services.AddSingleton<QuestionAllowances>();
        builder.Services.AddSingleton<AnswerPlaces>();
        builder.Services.AddApiCrossOrigin(live);

        // 2. It is read, 3. answered by the engine of the moment in the light of its conversation, 4. and written.
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton(engines);
        builder.Services.AddSingleton<Conversations>();
        builder.Services.AddSingleton<QuestionLog>();
        builder.Services.AddSingleton<Dialogue>();
        builder.Services.AddSingleton<WidgetScript>();
        builder.Services.ConfigureHttpJsonOptions(o => UnescapedJson.Configure(o.SerializerOptions));

        // What it is answered from changes while it serves: in the folder, or on the pages for officials.
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(Workspace(settings, time));
        builder.Services.AddSingleton(History(settings, time));
        builder.Services.AddSingleton(s => new CorpusWriter(settings.Corpus, s.GetRequiredService<CorpusHistory>()));
        builder.Services.AddSingleton(s => new CorpusWatch(live, engines, s.GetRequiredService<CorpusHistory>(), s.GetRequiredService<ILogger<CorpusWatch>>(), time, done => s.GetRequiredService<ServiceMeasures>().Reloaded("corpus", done)));
        builder.Services.AddSingleton<CorpusDesk>();
        builder.Services.AddSingleton<LexiconTrials>();

        // Where a model is configured, it may put the answer into better words; else nothing of it is even loaded.
        builder.Services.AddSingleton<CurrentModel>();
        builder.Services.AddSingleton<LlmMetrics>();
        builder.Services.AddSingleton<LiveModel>();
        // And where another turns text into vectors, meaning may have a say beside words.
        if (settings.Embedding is { } embedding) builder.Services.AddEmbeddings(embedding);

        // Programs bring the same questions another way: as if to a model, or as an agent's tools.
        builder.Services.AddSingleton(settings.Keys);
        builder.Services.AddSingleton(new SiteAddress(settings.Chat.SiteUrl));
        builder.Services.AddPolicyTools();

        // What officials keep, and their pages: opened when first wanted, never on a question's way.
        builder.Services.AddSingleton(s => new DataStore(settings.Data, time, s.GetRequiredService<ILogger<DataStore>>()));
        builder.Services.AddSingleton<ReadinessCheck>(s => s.GetRequiredService<DataStore>().Look);
        builder.Services.AddSingleton<MachineKeys>();
        builder.Services.AddReview(settings, time);
        builder.Services.AddSingleton<StatusBook>();
        if (settings.Admin.Enabled) builder.Services.AddAdmin(settings.Admin, settings.Data);
        // What fails there is told by AdminDoor; that the keys lie unencrypted, readable for their owner only, is by design.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Critical);

        // WeChat and WeCom bring the same questions another way.
        builder.Services.AddChat(settings.Chat);
        // Addresses hold questions; those of callbacks name people and carry signatures. At Information this category logs addresses.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);

        // 5. What operators and integrators read.
        builder.Services.AddSingleton<MetricsCollector>();
        builder.Services.AddSingleton<ServiceMeasures>();
        builder.Services.AddSingleton<ReadinessProbe>();
        builder.Services.AddOpenApi(OpenApiDocuments.Configure);

        var app = builder.Build();
        // Counts from the first request on.
        app.Services.GetRequiredService<MetricsCollector>();
        if (settings.Proxies.Any) app.UseForwardedHeaders(ConnectionLimits.Forwarding(settings.Proxies));
        app.UseMiddleware<RequestLog>();
        // What officials say of commitments is laid over whichever engine answers.
        engines.UseStatuses(app.Services.GetRequiredService<StatusBook>().Now);
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<ErrorBoundary>();
        app.UseStaticFiles();
        app.UseRouting();
        app.UseCors();
        app.UseRequestTimeouts();
        app.UseMiddleware<McpGate>();
        app.UseMiddleware<Admission>();
        app.MapOperations();
        app.MapApi();
        app.MapWidget();
        app.MapCommitments();
        app.MapOpenAi();
        app.MapPolicyTools();
        app.MapPages();
        app.MapChat(settings.Chat);
        if (settings.Admin.Enabled) app.MapAdmin();
        TakeUp(app, settings);
        if (phrasing is not null) app.Services.GetRequiredService<CurrentModel>().Use(new ModelServices(Phrasing: phrasing));
        return app;
    }

    /// <summary>Puts in place what is made out of settings, at start and when they have changed.</summary>
    /// <exception cref="UserErrorException">Something that they name is missing or broken; all stays as it was.</exception>
    public static void TakeUp(WebApplication app, Settings settings)
    {
        app.Services.GetRequiredService<LiveModel>().Use(settings.Llm);
        app.Services.GetRequiredService<IOptionsMonitor<RequestTimeoutOptions>>().CurrentValue.DefaultPolicy = ConnectionLimits.RequestTimeout(settings);
    }
}
