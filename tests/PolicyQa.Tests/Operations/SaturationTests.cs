using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace PolicyQa.Tests.Operations;

/// <summary>
/// The load tool: not part of the gate. POLICYQA_LOAD_URL=http://127.0.0.1:5080 POLICYQA_LOAD_SECONDS=600 puts a running server
/// under closed-loop load at saturation for so long, then under five times as many clients, then looks whether it recovers; and
/// measures the latency at half of saturation. Start the server with RateLimit:Concurrent and RateLimit:Queue = POLICYQA_LOAD_CLIENTS (16).
/// </summary>
public sealed partial class SaturationTests(ITestOutputHelper output)
{
    private static readonly string[] Questions =
    [
        "市教育局今年要引进多少教师", "市科技局今年引进多少高层次人才", "市教育局养了几头大象", "教育局今年有哪些量化目标", "卫健委主任是谁", "哪些部门的任务年底前完成", "秋季开学前要做什么", "科技局怎么支持企业创新",
    ];

    private readonly ConcurrentQueue<(string Phase, double Seconds, double Megabytes)> memory = new();

    [Fact]
    public async Task Under_load_and_overload_nobody_gets_an_error_but_429_and_afterwards_all_is_as_before()
    {
        var url = Environment.GetEnvironmentVariable("POLICYQA_LOAD_URL");
        Assert.SkipWhen(string.IsNullOrEmpty(url), "a tool: wants POLICYQA_LOAD_URL");
        var seconds = Number("POLICYQA_LOAD_SECONDS", 60);
        var clients = Number("POLICYQA_LOAD_CLIENTS", 16);
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 10_000 }) { BaseAddress = new Uri(url) };

        await RunAsync("暖机", http, clients, TimeSpan.FromSeconds(Math.Min(20, seconds)), null);
        var saturated = await RunAsync("饱和", http, clients, TimeSpan.FromSeconds(seconds), null);
        var half = await RunAsync("一半", http, clients, TimeSpan.FromSeconds(Math.Min(30, seconds)), saturated.PerSecond / 2);
        var over = await RunAsync("五倍", http, clients * 5, TimeSpan.FromSeconds(Math.Min(60, seconds)), null);
        var after = await RunAsync("之后", http, clients, TimeSpan.FromSeconds(Math.Min(20, seconds)), null);

        foreach (var (phase, at, megabytes) in memory) output.WriteLine($"{phase} {at:0} s: {megabytes:0} MB");
        foreach (var run in (Phase[])[saturated, half, over, after]) Assert.Equal(0, run.Errors);
        Assert.Equal(0, saturated.Refused + half.Refused + after.Refused);
        Assert.True(after.PerSecond > 0.7 * saturated.PerSecond, "It has not recovered.");
    }

    /// <summary>So many clients, each asking as soon as it is answered; or, at a rate, each at its time.</summary>
    private async Task<Phase> RunAsync(string name, HttpClient http, int clients, TimeSpan duration, double? perSecond)
    {
        var begun = Stopwatch.GetTimestamp();
        var latencies = new ConcurrentQueue<List<double>>();
        var (refused, errors, turn) = (0, 0, 0);
        var workers = Enumerable.Range(0, clients).Select(worker => Task.Run(async () =>
        {
            List<double> own = [];
            for (var i = 0; ; i++)
            {
                var due = TimeSpan.Zero;
                if (perSecond is { } rate)
                {
                    due = TimeSpan.FromSeconds(Interlocked.Increment(ref turn) / rate);
                    var early = due - Stopwatch.GetElapsedTime(begun);
                    if (early > TimeSpan.Zero) await Task.Delay(early);
                }

                if (Stopwatch.GetElapsedTime(begun) >= duration) break;
                var asked = Stopwatch.GetTimestamp();
                try
                {
                    using var response = await http.PostAsJsonAsync("/api/ask", new { question = Questions[(worker + i) % Questions.Length] });
                    await response.Content.ReadAsByteArrayAsync();
                    if (response.IsSuccessStatusCode) own.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
                    else if ((int)response.StatusCode == 429)
                    {
                        Interlocked.Increment(ref refused);
                        // Impatient, and not quite mad: a tenth of what it was told.
                        await Task.Delay(100);
                    }
                    else
                    {
                        Interlocked.Increment(ref errors);
                    }
                }
                catch (HttpRequestException)
                {
                    Interlocked.Increment(ref errors);
                }
            }

            latencies.Enqueue(own);
        })).ToArray();
        var watching = Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(begun) < duration)
            {
                var text = await http.GetStringAsync("/metrics");
                memory.Enqueue((name, Stopwatch.GetElapsedTime(begun).TotalSeconds, double.Parse(WorkingSet().Match(text).Groups[1].Value, CultureInfo.InvariantCulture) / 1e6));
                await Task.Delay(TimeSpan.FromSeconds(Math.Max(5, duration.TotalSeconds / 20)));
            }
        });
        await Task.WhenAll(workers);
        await watching;
        var all = latencies.SelectMany(l => l).ToArray();
        Array.Sort(all);
        double At(double share) => all.Length == 0 ? 0 : all[(int)Math.Min(all.Length - 1, all.Length * share)];
        var took = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        var phase = new Phase(all.Length / took, refused, errors);
        output.WriteLine($"| {name} | {clients} | {took:0} s | {all.Length} | {phase.PerSecond:0}/s | {At(.5):0.0} | {At(.95):0.0} | {At(.99):0.0} | {At(.999):0.0} | {At(1):0} | {refused} | {errors} |");
        return phase;
    }

    private static int Number(string name, int fallback) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : fallback;

    [GeneratedRegex("^dotnet_process_memory_working_set_bytes ([0-9.E+]+)", RegexOptions.Multiline)]
    private static partial Regex WorkingSet();

    private sealed record Phase(double PerSecond, int Refused, int Errors);
}
