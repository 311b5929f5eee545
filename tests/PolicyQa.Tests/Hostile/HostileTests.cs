using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PolicyQa.Analysis;
using PolicyQa.App;
using PolicyQa.Tests.Admin;
using PolicyQa.Tests.Http;
using PolicyQa.Tests.Operations;
using PolicyQa.Tests.WeChat;

namespace PolicyQa.Tests.Hostile;

/// <summary>Alone: how long an attack takes says nothing beside a hundred other tests.</summary>
[CollectionDefinition(nameof(HostileTests), DisableParallelization = true)]
public sealed class HostileCollection;

/// <summary>
/// Whatever is sent to whatever route: never a 5xx, never more than a second, never a word of the machinery. A few thousand
/// requests each time; POLICYQA_HOSTILE=100000 sends so many.
/// </summary>
[Collection(nameof(HostileTests))]
public sealed class HostileTests(ITestOutputHelper output)
{
    private const int Usual = 2500;
    private const int Tries = 6;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);
    private static readonly string[] Machinery = ["\n   at ", "Exception", ".cs:line", "System.", "Microsoft.", "Lucene", AppContext.BaseDirectory, TestEngine.CorpusFolder(), "/etc/passwd:", "root:x:"];

    [Fact]
    public async Task No_request_breaks_or_holds_up_the_server_or_makes_it_tell_of_itself()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("POLICYQA_HOSTILE"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : Usual;
        using var folder = new TemporaryFolder();
        ConcurrentDictionary<string, int> reached = new(StringComparer.Ordinal);
        await using var server = await StartAsync(folder, reached);
        using var official = await Official.FirstAsync(server);
        var visa = await Visa.OfAsync(official);
        reached.Clear();
        var routes = Routes(server);
        var ids = server.Engines.Engine.Articles.Select(a => a.Id).ToArray();
        string[] secrets = [.. Machinery, folder.Path];
        using var sender = new HostileSender(server.Client.BaseAddress!);
        var statuses = new ConcurrentDictionary<string, int>();
        var faults = new ConcurrentQueue<string>();
        var slow = new ConcurrentQueue<(int Seed, string What)>();
        var slowest = 0L;
        var begun = Stopwatch.GetTimestamp();
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (seed, token) =>
        {
            var hostile = HostileRequest.Make(seed, routes, ids, visa);
            var reply = await sender.SendAsync(hostile, token);
            // Cut off while it was still being sent, a refusal may get lost on the way: alone and unhurried, it must arrive.
            if (reply.Cut is { } how)
            {
                reply = await HostileSender.SendAloneAsync(server.Client.BaseAddress!, hostile, token);
                statuses.AddOrUpdate($"cut off at first ({how}), alone {reply.Status}", 1, (_, n) => n + 1);
            }

            statuses.AddOrUpdate(reply.Cut ?? reply.Status.ToString(CultureInfo.InvariantCulture), 1, (_, n) => n + 1);
            if (FaultOf(hostile, reply, secrets) is { } fault) faults.Enqueue($"seed {seed}: {fault}: {hostile}");
            if (reply.Took > Limit && !hostile.IsSignedIn) slow.Enqueue((seed, $"{reply.Took.TotalMilliseconds:0} ms, {Stopwatch.GetElapsedTime(begun).TotalSeconds:0} s into it, load {Load()}: {hostile}"));
            for (var seen = Volatile.Read(ref slowest); !hostile.IsSignedIn && reply.Took.Ticks > seen && Interlocked.CompareExchange(ref slowest, reply.Took.Ticks, seen) != seen;) seen = Volatile.Read(ref slowest);
        });
        output.WriteLine($"{count} requests over {routes.Count} routes in {Stopwatch.GetElapsedTime(begun).TotalSeconds:0} s; " + string.Join(", ", statuses.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Key}: {s.Value}")) + $"; slowest {TimeSpan.FromTicks(slowest).TotalMilliseconds:0} ms, over a second at first: {slow.Count}");
        foreach (var (seed, what) in slow) output.WriteLine($"slow: seed {seed}, {what}");

        Assert.Empty(faults);
        Assert.All(routes.Where(r => r.Pattern is not ("/site.css" or "/nowhere")), r => Assert.True(reached.ContainsKey($"{r.Method} {r.Pattern}"), $"{r} was never reached"));
        // On a busy machine anything may take a second once; what is dear is dear every time.
        foreach (var (seed, what) in slow)
        {
            var best = TimeSpan.MaxValue;
            for (var i = 0; i < Tries && best > Limit; i++) best = new[] { best, (await sender.SendAsync(HostileRequest.Make(seed, routes, ids, visa), default)).Took }.Min();
            Assert.True(best <= Limit, $"seed {seed} takes {best.TotalMilliseconds:0} ms each time; at first {what}");
        }

        Assert.True(statuses.GetValueOrDefault("200") > count / 10 && statuses.GetValueOrDefault("400") > count / 50 && statuses.GetValueOrDefault("404") > count / 50, "The attack no longer reaches every layer.");
        using var answer = await server.Client.PostAsJsonAsync("/api/ask", new { question = "市教育局今年要引进多少教师" });
        Assert.True((await answer.Content.ReadAsStringAsync()).Contains("1633名", StringComparison.Ordinal), await answer.Content.ReadAsStringAsync());
        Assert.Contains("policyqa_errors_total 0", await server.Client.GetStringAsync("/metrics"));
    }

    /// <summary>What is wrong with a reply; null for nothing. What is no HTTP may be cut off.</summary>
    private static string? FaultOf(HostileRequest hostile, HostileReply reply, string[] secrets)
    {
        if (hostile.IsHttp && reply.Cut is { } how) return $"cut off ({how})";
        if (reply.Status >= 500) return $"{reply.Status}";
        // What /metrics tells is for operators.
        if (hostile.Target.Contains("metrics", StringComparison.Ordinal)) return null;
        return secrets.FirstOrDefault(m => reply.Text.Contains(m, StringComparison.Ordinal)) is { } told ? $"tells “{told}”: {reply.Text[Math.Max(0, reply.Text.IndexOf(told, StringComparison.Ordinal) - 100)..]}" : null;
    }

    private static string Load() => OperatingSystem.IsLinux() ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    public static TheoryData<string> Malformed => new(
        "GET\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: <script>\r\n\r\n",
        "GET  /  HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET http://evil.example/ HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /\u0001 HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /..%2f..%2fappsettings.json HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nX: a\r\n b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nX : a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nBad\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nX: \0\r\n\r\n",
        "POST /api/ask HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        "POST /api/ask HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        "POST /api/ask HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n",
        "POST /api/ask HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
        "POST /api/ask HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n",
        "POST /api/ask HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n",
        "POST /api/ask HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n",
        "POST /api/ask HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{\"question\":",
        "POST /api/ask HTTP/1.1\r\nHost: x\r\nExpect: nonsense\r\nContent-Length: 2\r\n\r\n{}",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001",
        "GET /{8300} HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nX: {20000}\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\n{100}\r\n",
        "{20000}",
        "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n",
        "CONNECT evil.example:443 HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /mcp HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task What_is_no_HTTP_is_refused_or_cut_off_and_the_next_is_answered(string bytes)
    {
        await using var server = await WebServer.StartAsync();
        var filled = bytes.Replace("{8300}", new string('a', 8300)).Replace("{20000}", new string('a', 20_000)).Replace("{100}", string.Concat(Enumerable.Range(0, 100).Select(i => $"X{i}: v\r\n")));

        using var raw = await RawRequest.SendAsync(server.Client.BaseAddress!, filled);
        var reply = await raw.ReadAsync(TimeSpan.FromSeconds(3));

        Assert.DoesNotMatch("^HTTP/1.1 5", reply);
        Assert.All(Machinery, m => Assert.DoesNotContain(m, reply));
        Assert.DoesNotContain("X-Injected", reply);
        Assert.True((await server.Client.GetAsync("/healthz")).IsSuccessStatusCode);
    }

    private static List<(string Method, string Pattern)> Routes(WebServer server) =>
    [
        .. server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(e => (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]).Select(m => (m, e.RoutePattern.RawText ?? "/")))
            .Distinct()
            .OrderBy(r => r.Item2, StringComparer.Ordinal).ThenBy(r => r.m, StringComparer.Ordinal),
        ("GET", "/site.css"), ("GET", "/nowhere"),
    ];

    private static async Task<WebServer> StartAsync(TemporaryFolder folder, ConcurrentDictionary<string, int> reached)
    {
        // A corpus of its own: an official may publish.
        var (corpus, source) = (folder.Folder("corpus"), TestEngine.CorpusFolder());
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(corpus, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var server = await WebServer.StartAsync(
            ready: false,
            add: app => app.Use(next => context =>
            {
                if (context.GetEndpoint() is RouteEndpoint route) reached.AddOrUpdate($"{context.Request.Method} {route.RoutePattern.RawText ?? "/"}", 1, (_, n) => n + 1);
                return next(context);
            }),
            switches: [.. ChatServer.Configured, $"--Corpus:Path={corpus}", $"--Index:Path={Path.Combine(folder.Path, "index")}", "--WeChat:AllowPlaintext=true", "--Logging:LogLevel:Default=Error", "--Logging:LogLevel:PolicyQa=Error"]);
        var engine = QaEngine.ForArticles(Corpus.Pages.Real.Articles, Lexicon.Read(TestEngine.CorpusFolder()), new EngineOptions());
        engine.WarmUp();
        server.Engines.Publish(new EngineSnapshot(engine));
        return server;
    }
}
