using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PolicyQa.App;
using PolicyQa.App.Configuration;
using PolicyQa.App.Operations;
using PolicyQa.Tests.Answering;
using PolicyQa.Tests.Http;
using PolicyQa.Tests.WeChat;

namespace PolicyQa.Tests.Operations;

/// <summary>Traces go where an operator says, and neither they nor the log tell what people ask.</summary>
public sealed class TelemetryTests
{
    private const string Telling = "市教育局今年培训多少教师";

    [Fact]
    public async Task Traces_and_metrics_go_to_the_collector_with_every_stage_and_without_the_question()
    {
        var received = new ConcurrentQueue<(string Path, string Body)>();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        await using var collector = builder.Build();
        collector.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            received.Enqueue((context.Request.Path, Encoding.UTF8.GetString(body.ToArray())));
            context.Response.StatusCode = StatusCodes.Status200OK;
        });
        await collector.StartAsync(TestContext.Current.CancellationToken);
        await using var server = await WebServer.StartAsync(ready: false);
        server.Engines.Publish(new EngineSnapshot(MadeUpTown.Fresh()));

        using (OpenTelemetryExport.Start(Settings.Load(null, [$"--Telemetry:OtlpEndpoint={collector.Urls.First()}", "--Telemetry:OtlpProtocol=http/protobuf"]).Telemetry))
        {
            using var one = await server.Client.PostAsJsonAsync("/api/ask", new { question = Telling });
            using var other = await server.Client.GetAsync("/?q=" + Uri.EscapeDataString(Telling));
        }

        var traces = string.Concat(received.Where(r => r.Path == "/v1/traces").Select(r => r.Body));
        foreach (var stage in (string[])["ask", "understand", "retrieve", "rerank", "read", "gate", "policyqa"]) Assert.Contains(stage, traces);
        Assert.Contains("policyqa.question", string.Concat(received.Where(r => r.Path == "/v1/metrics").Select(r => r.Body)));
        Assert.DoesNotContain("培训", traces);
        Assert.DoesNotContain(Uri.EscapeDataString("培训"), traces);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_log_tells_of_requests_and_of_questions_only_where_that_is_asked_for(bool questions)
    {
        using var log = new CapturedLog();
        await using var server = await WebServer.StartAsync(ready: false, add: app => app.Services.GetRequiredService<ILoggerFactory>().AddProvider(log), switches: ["--Logging:LogLevel:Default=Information", $"--Logging:Questions={questions}"]);
        server.Engines.Publish(new EngineSnapshot(MadeUpTown.Fresh()));

        await server.Client.PostAsJsonAsync("/api/ask", new { question = Telling });
        await server.Client.GetAsync("/?q=" + Uri.EscapeDataString(Telling));
        await server.Client.GetAsync("/nowhere/" + Uri.EscapeDataString(Telling));

        Assert.Contains("POST /api/ask 200", log.Text);
        Assert.Equal(questions, log.Text.Contains(Telling, StringComparison.Ordinal));
        Assert.DoesNotContain(Uri.EscapeDataString(Telling), log.Text);
        Assert.DoesNotContain("127.0.0.1:", log.Text.Replace("Now listening on: " + server.Client.BaseAddress!.ToString().TrimEnd('/'), ""));
    }
}
