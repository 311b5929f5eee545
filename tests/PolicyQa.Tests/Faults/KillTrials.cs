using System.Globalization;
using System.Text.Json;
using PolicyQa.Tests.Publishing;

namespace PolicyQa.Tests.Faults;

/// <summary>
/// kill -9 at random moments while the real process indexes, publishes, goes back, and writes votes, statuses and reviewed answers:
/// what was acknowledged is there after the next start, and every start works. Takes seconds a trial, so only where
/// POLICYQA_KILL_TRIALS says how many; they are shared out evenly.
/// </summary>
public sealed class KillTrials(ITestOutputHelper output) : IDisposable
{
    private const int Seed = 20240901;

    private readonly TemporaryFolder folder = new();
    private readonly Random random = Seeded();

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_every_start_works()
    {
        Assert.SkipUnless(int.TryParse(Environment.GetEnvironmentVariable("POLICYQA_KILL_TRIALS"), NumberStyles.None, CultureInfo.InvariantCulture, out var trials), "POLICYQA_KILL_TRIALS says how many; none by itself");
        File.WriteAllText(Path.Combine(folder.Folder("corpus"), "edu.txt"), Desk.Education);
        var corpus = new KilledCorpus(folder.Path);
        KilledWork indexing = new IndexingWork(folder.Path);
        KilledWork[] works = [indexing, new UploadWork(corpus), new LexiconWork(corpus), new RestoreWork(corpus), new VoteWork(), new StatusWork(), new ReviewWork()];
        using var server = new KilledServer(folder.Path);
        // The first start makes the account.
        var last = works[1];
        for (var trial = 0; trial < trials; trial++)
        {
            var work = trial == 0 ? last : works[trial % works.Length];
            if (work == indexing)
            {
                // Somewhere between the first instruction and the open index, half of the time with all of it to build.
                if (random.Next(2) == 0) indexing.Begin();
                server.Start();
                await Task.Delay(random.Next(1200), TestContext.Current.CancellationToken);
            }
            else if (await IsWholeAsync(server, last, works))
            {
                using var stop = new CancellationTokenSource();
                var acknowledged = new TaskCompletionSource();
                var doing = WorkAsync(work, server, acknowledged, stop.Token);
                // Half of the time in the first piece of work, which is slow; half of the time in one that follows.
                if (random.Next(2) == 0) await Task.WhenAny(acknowledged.Task, doing);
                await Task.Delay(random.Next(700), TestContext.Current.CancellationToken);
                server.Kill();
                await stop.CancelAsync();
                await doing;
            }

            server.Kill();
            work.Trials++;
            // Whose kill it was that a loss or a failed start comes after.
            last = work;
        }

        await IsWholeAsync(server, last, works);
        output.WriteLine("killed while | trials | acknowledged | lost | failed starts");
        foreach (var work in works) output.WriteLine($"{work.Name} | {work.Trials} | {work.Acknowledged} | {work.Lost.Count} | {work.FailedStarts.Count}");
        Assert.Empty(works.SelectMany(w => w.Lost.Concat(w.FailedStarts).Select(l => $"{w.Name}: {l}")));
        // How many fit before the kill is the machine's business; that none does would prove nothing.
        Assert.All(works.Where(w => w != indexing && w.Trials >= 5), w => Assert.True(w.Acknowledged > 0, w.Name));
    }

    public void Dispose() => folder.Dispose();

    /// <summary>Starts, and compares what is there with what was acknowledged; false where the start failed.</summary>
    private static async Task<bool> IsWholeAsync(KilledServer server, KilledWork last, IReadOnlyList<KilledWork> works)
    {
        if (!await StartAsync(server, last)) return false;
        using var kept = JsonDocument.Parse(await server.Client.GetStringAsync("/admin/export", TestContext.Current.CancellationToken));
        foreach (var work in works) last.Lost.AddRange(await work.LostAsync(server, kept.RootElement));
        return true;
    }

    private static async Task<bool> StartAsync(KilledServer server, KilledWork last)
    {
        try
        {
            server.Start();
            await server.ReadyAsync();
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            server.Kill();
            last.FailedStarts.Add($"{e.Message} {server.Errors}");
            return false;
        }
    }

    /// <summary>One piece of work after another until the server dies.</summary>
    private async Task WorkAsync(KilledWork work, KilledServer server, TaskCompletionSource acknowledged, CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                await work.DoAsync(server, random, stop);
                work.Acknowledged++;
                acknowledged.TrySetResult();
            }
        }
        catch (Exception e) when (e is HttpRequestException { StatusCode: null } or IOException or OperationCanceledException)
        {
            // Killed.
        }
    }

    private static Random Seeded()
    {
#pragma warning disable RS0030 // A seed is given.
        return new Random(Seed);
#pragma warning restore RS0030
    }
}
