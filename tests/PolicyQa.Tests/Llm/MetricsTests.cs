using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net.Http.Json;
using PolicyQa.App;
using PolicyQa.App.Llm;
using PolicyQa.Tests.Answering;
using PolicyQa.Tests.Http;

namespace PolicyQa.Tests.Llm;

public sealed class MetricsTests
{
    [Fact]
    public async Task What_the_guard_said_is_counted_by_reason()
    {
        await using var stub = await StubModel.StartAsync((context, _) => StubModel.Write(context, "市教育局培训教师七千七百七十七名。[1]市教育局今年计划培训教师五百名。[1]"));
        await using var server = await WebServer.StartAsync(ready: false, switches: stub.Switches);
        server.Engines.Publish(new EngineSnapshot(MadeUpTown.Fresh()));
        var seen = new ConcurrentBag<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, l) => { if (instrument.Meter.Name == LlmMetrics.Name) l.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            foreach (var tag in tags) seen.Add($"{instrument.Name} {tag.Value} {value}");
        });
        listener.Start();

        using var answer = await server.Client.PostAsJsonAsync("/api/ask", new { question = "市教育局今年培训多少教师" });

        Assert.Contains("policyqa.llm.sentences WrongFigure 1", seen);
        Assert.Contains("policyqa.llm.sentences Kept 1", seen);
        Assert.Contains("policyqa.llm.wordings PartlyWorded 1", seen);
    }
}
