using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PolicyQa.App;
using PolicyQa.App.Operations;
using PolicyQa.Tests.Answering;
using PolicyQa.Tests.Http;
using PolicyQa.Tests.Llm;

namespace PolicyQa.Tests.Operations;

/// <summary>What /metrics tells, to whom, and that the dashboard shows nothing else.</summary>
public sealed partial class MetricsTests
{
    [Fact]
    public async Task Questions_are_counted_by_status_kind_and_channel_from_the_first_on()
    {
        await using var server = await WebServer.StartAsync(ready: false);
        server.Engines.Publish(new EngineSnapshot(MadeUpTown.Fresh()));
        await server.Client.PostAsJsonAsync("/api/ask", new { question = "市教育局今年培训多少教师" });
        await server.Client.GetAsync("/?q=" + Uri.EscapeDataString("市教育局养了几头大象"));
        await server.Client.PostAsJsonAsync("/v1/chat/completions", new { messages = new[] { new { role = "user", content = "市教育局今年培训多少教师" } } });

        var metrics = await server.Client.GetStringAsync("/metrics");

        Assert.Matches("policyqa_questions_total\\{status=\"answered\",kind=\"Quantity\",channel=\"api\"\\} [1-9]", metrics);
        Assert.Matches("policyqa_questions_total\\{status=\"notFound\",kind=\"Quantity\",channel=\"page\"\\} [1-9]", metrics);
        Assert.Matches("policyqa_questions_total\\{status=\"answered\",kind=\"Quantity\",channel=\"v1\"\\} [1-9]", metrics);
        foreach (var stage in (string[])["understand", "ledger", "retrieve", "rerank", "evidence", "read", "gate"]) Assert.Matches($"policyqa_stage_duration_seconds_count\\{{stage=\"{stage}\"\\}} [1-9]", metrics);
        Assert.Contains("policyqa_index_passages ", metrics);
        Assert.Contains("policyqa_rejected_total{reason=\"busy\"} 0", metrics);
        Assert.Contains("dotnet_process_memory_working_set_bytes ", metrics);
        Assert.Matches("http_server_request_duration_seconds_count\\{.*http_route=\"/api/ask\".*\\} 1", metrics);
        Assert.DoesNotContain("大象", metrics);
    }

    [Fact]
    public async Task The_text_format_is_well_formed()
    {
        await using var server = await WebServer.StartAsync();
        await server.Client.PostAsJsonAsync("/api/ask", new { question = "市教育局补充多少教师" });
        using var response = await server.Client.GetAsync("/metrics");
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        var lines = (await response.Content.ReadAsStringAsync()).TrimEnd('\n').Split('\n');
        Assert.All(lines, l => Assert.Matches(Line(), l));
        Assert.Distinct(lines.Where(l => l.StartsWith("# TYPE", StringComparison.Ordinal)));
        Assert.Distinct(lines.Where(l => l[0] != '#').Select(l => l[..l.LastIndexOf(' ')]));
        // Buckets add up: the last one holds all.
        var asked = lines.Where(l => l.StartsWith("policyqa_question_duration_seconds", StringComparison.Ordinal)).ToArray();
        Assert.Contains(asked, l => l.Contains("le=\"+Inf\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_measure_of_the_dashboard_is_really_there()
    {
        await using var stub = await StubModel.StartAsync((context, _) => StubModel.Write(context, "市教育局今年计划培训教师五百名。[1]"));
        await using var server = await WebServer.StartAsync(ready: false, switches: stub.Switches);
        server.Engines.Publish(new EngineSnapshot(MadeUpTown.Fresh(), BuiltAt: DateTimeOffset.UnixEpoch));
        server.Services.GetRequiredService<ServiceMeasures>().Reloaded("corpus", done: true);
        await server.Client.PostAsJsonAsync("/api/ask", new { question = "市教育局今年培训多少教师" });
        GC.Collect();
        var exported = (await server.Client.GetStringAsync("/metrics")).Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('{', ' ')[0]).ToHashSet();

        var dashboard = JsonDocument.Parse(await server.Client.GetStringAsync("/metrics/dashboard.json")).RootElement;

        var named = dashboard.GetProperty("panels").EnumerateArray()
            .SelectMany(p => p.GetProperty("targets").EnumerateArray())
            .SelectMany(t => Name().Matches(t.GetProperty("expr").GetString()!).Select(m => m.Value))
            .ToHashSet();
        Assert.True(named.Count > 20);
        Assert.Empty(named.Except(exported));
        Assert.All(dashboard.GetProperty("panels").EnumerateArray(), p => Assert.Contains(p.GetProperty("title").GetString()!, c => c >= '\u4e00'));
    }

    [Theory]
    [InlineData("", null, null, 200)]
    [InlineData("", null, "X-Forwarded-For", 401)]
    [InlineData("", "right-key", "X-Forwarded-For", 200)]
    [InlineData("--Metrics:Access=key", null, null, 401)]
    [InlineData("--Metrics:Access=key", "wrong-key", null, 401)]
    [InlineData("--Metrics:Access=key", "right-key", null, 200)]
    [InlineData("--Metrics:Access=all", null, "X-Forwarded-For", 200)]
    [InlineData("--Metrics:Access=off", "right-key", null, 404)]
    public async Task Figures_are_for_this_machine_and_for_who_has_a_key(string setting, string? key, string? header, int status)
    {
        await using var server = await WebServer.StartAsync(switches: setting.Length == 0 ? ["--Api:Keys=right-key"] : ["--Api:Keys=right-key", setting]);
        foreach (var path in (string[])["/metrics", "/metrics/dashboard.json"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (key is not null) request.Headers.Authorization = new("Bearer", key);
            if (header is not null) request.Headers.Add(header, "203.0.113.9");
            using var response = await server.Client.SendAsync(request);
            Assert.Equal(status, (int)response.StatusCode);
        }
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::ffff:10.1.2.3", true)]
    [InlineData("172.31.0.1", true)]
    [InlineData("172.32.0.1", false)]
    [InlineData("192.168.9.9", true)]
    [InlineData("fd00::1", true)]
    [InlineData("8.8.8.8", false)]
    [InlineData("2001:db8::1", false)]
    public void Private_networks_are_known(string address, bool isPrivate) =>
        Assert.Equal(isPrivate, App.Channels.Http.Caller.IsPrivate(IPAddress.Parse(address)));

    [Fact]
    public void However_many_values_a_tag_takes_the_series_stay_bounded_and_nothing_is_lost()
    {
        using var meter = new Meter("test");
        var measured = new MeasuredInstrument(meter.CreateCounter<long>("counted"));
        for (var i = 0; i < 1000; i++) measured.Record(1, [new("tag", i)]);
        Assert.Equal(MeasuredInstrument.MostSeries + 1, measured.Series.Count);
        Assert.Equal(1000, measured.Series.Sum(s => s.Read().Sum));
    }

    [Fact]
    public async Task What_strangers_make_up_does_not_become_a_label()
    {
        await using var server = await WebServer.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod("INVENTED"), "/made-up-path?q=x");
        await server.Client.SendAsync(request);
        var metrics = await server.Client.GetStringAsync("/metrics");
        Assert.DoesNotContain("INVENTED", metrics);
        Assert.DoesNotContain("made-up", metrics);
    }

    [Fact]
    public async Task A_fault_is_counted()
    {
        await using var server = await WebServer.StartAsync(add: app => app.MapGet("/throws", string () => throw new InvalidOperationException("secret")));
        var before = await server.Client.GetStringAsync("/metrics");
        Assert.Contains("policyqa_errors_total 0", before);
        using var response = await server.Client.GetAsync("/throws");
        // Whoever reports it can name it.
        Assert.Contains("编号", await response.Content.ReadAsStringAsync());
        Assert.Contains("policyqa_errors_total 1", await server.Client.GetStringAsync("/metrics"));
    }

    [Fact]
    public void Nothing_is_allocated_by_a_stage_that_nobody_listens_to()
    {
        // Other tests' servers listen to the whole process: then there is nothing to see.
        Assert.SkipWhen(EngineMeasures.IsListenedTo, "a server in this process listens");
        using (EngineMeasures.Stage("warm")) { }
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) using (EngineMeasures.Stage("understand")) { }
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [GeneratedRegex("""^(# (HELP|TYPE) [a-z_:0-9]+ .+|[a-z_:0-9]+(\{[a-z_0-9]+="[^"]*"(,[a-z_0-9]+="[^"]*")*\})? (-?[0-9.Ee+-]+|NaN|[+-]Inf))$""")]
    private static partial Regex Line();

    [GeneratedRegex("(policyqa|dotnet|http_server|kestrel)_[a-z_]+")]
    private static partial Regex Name();
}
