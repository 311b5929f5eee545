using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using PolicyQa.App;
using PolicyQa.Tests.Answering;
using PolicyQa.Tests.Http;
using PolicyQa.Tests.Llm;
using PolicyQa.Tests.WeChat;

namespace PolicyQa.Tests.Operations;

/// <summary>Told to stop, the server finishes what it has begun, soon.</summary>
public sealed partial class ShutdownTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task A_stream_that_waits_for_a_slow_model_ends_in_order_with_the_extractive_answer()
    {
        await using var stub = await StubModel.StartAsync((context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using var server = await WebServer.StartAsync(ready: false, switches: [.. stub.Switches, "--Llm:TimeoutSeconds=600"]);
        server.Engines.Publish(new EngineSnapshot(MadeUpTown.Fresh()));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ask") { Content = JsonContent.Create(new { question = "市教育局今年培训多少教师" }) };
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await stub.Asked;

        var stopping = server.StopAsync();
        var text = await response.Content.ReadAsStringAsync().WaitAsync(Soon);

        Assert.Contains("500名", text);
        Assert.EndsWith("event: done\ndata: {}\n\n", text);
        await stopping.WaitAsync(Soon);
    }

    [Fact]
    public async Task A_message_from_WeChat_that_has_come_in_is_answered()
    {
        using var log = new CapturedLog();
        await using var server = await ChatServer.StartAsync(log);
        server.Engines.Publish(new EngineSnapshot(MadeUpTown.Fresh()));
        var answers = Enumerable.Range(0, 20).Select(i => server.AskAsync("市教育局今年培训多少教师", $"user{i}")).ToArray();
        await Task.WhenAny(answers);

        await server.StopAsync().WaitAsync(Soon);

        // Whoever had connected is answered; whoever came later found the door closed.
        foreach (var answer in answers)
        {
            try
            {
                Assert.StartsWith("500名", await answer);
            }
            catch (HttpRequestException)
            {
                // Not connected any more.
            }
        }

        Assert.DoesNotContain("Exception", log.Text);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_signal_ends_the_process_with_0(string signal)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "signals are sent by kill");
        using var folder = new TemporaryFolder();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PolicyQa.App.dll"), "serve", "--urls=http://127.0.0.1:0", $"--index={Path.Combine(folder.Path, "index")}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        try
        {
            var errors = process.StandardError.ReadToEndAsync();
            using var client = new HttpClient { BaseAddress = new Uri(Address().Match(await process.StandardOutput.ReadLineAsync() ?? "").Value) };
            // A busy machine takes its time to build the index.
            while (!(await client.PostAsJsonAsync("/api/ask", new { question = "市教育局今年要引进多少教师" })).IsSuccessStatusCode)
            {
            }

            using (var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"])) await kill.WaitForExitAsync();
            await process.WaitForExitAsync().WaitAsync(Soon);

            Assert.Equal(0, process.ExitCode);
            Assert.DoesNotContain("Exception", await errors);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    [GeneratedRegex("http://127\\.0\\.0\\.1:\\d+")]
    private static partial Regex Address();
}
