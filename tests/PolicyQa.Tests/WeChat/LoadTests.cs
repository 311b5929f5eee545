using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using PolicyQa.Analysis;
using PolicyQa.App;
using PolicyQa.App.Channels.WeChat;

namespace PolicyQa.Tests.WeChat;

/// <summary>Alone: measured beside a hundred other tests, time says nothing.</summary>
[CollectionDefinition(nameof(LoadTests), DisableParallelization = true)]
public sealed class LoadCollection;

/// <summary>Many people at once, strangers who send anything, and how long it takes.</summary>
[Collection(nameof(LoadTests))]
public sealed class LoadTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData((int)SendMode.Plain)]
    [InlineData((int)SendMode.Compatible)]
    [InlineData((int)SendMode.Secure)]
    public async Task Two_hundred_people_at_once_each_get_their_own_answer_once(int mode)
    {
        // The clock stands still: how busy this machine is with other things must not decide what is late.
        await using var server = await InterviewsAsync(new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(55)), "--WeChat:AllowPlaintext=true");
        var user = server.User(mode: (SendMode)mode);
        (string Text, string Starts)[] questions = [("市教育局今年要引进多少教师", "1633名"), ("市科技局今年引进多少高层次人才", "100名以上")];
        var slowest = 0L;
        await Parallel.ForAsync(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 200 }, async (i, token) =>
        {
            var message = server.Says(questions[i % 2].Text, $"user{i}", $"{i}");
            var begun = Stopwatch.GetTimestamp();
            var replies = await Task.WhenAll(user.SendAsync(message, null, token), user.SendAsync(message, null, token));
            InterlockedMax(ref slowest, Stopwatch.GetElapsedTime(begun).Ticks);
            var answered = Assert.Single(replies, r => r.Text is not null);
            Assert.StartsWith(questions[i % 2].Starts, answered.Text);
            Assert.Contains($"<![CDATA[user{i}]]>", answered.Message);
        });
        output.WriteLine($"slowest {TimeSpan.FromTicks(slowest).TotalMilliseconds:0} ms");
    }

    [Fact]
    public async Task Ten_thousand_bodies_of_any_kind_never_a_5xx_never_two_answers_never_a_late_one()
    {
        await using var server = await ChatServer.StartAsync("--WeChat:AllowPlaintext=true");
        var answered = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var statuses = new ConcurrentDictionary<int, int>();
        var slowest = 0L;
        await Parallel.ForAsync(0, 10_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, token) =>
        {
            var (path, query, body, key) = FuzzedRequest.Make(server, new Random(i));
            for (var delivery = i % 3; delivery < 3; delivery++)
            {
                using var content = new ByteArrayContent(body);
                var begun = Stopwatch.GetTimestamp();
                using var response = await server.Client.PostAsync(path + query, content, token);
                var text = await response.Content.ReadAsStringAsync(token);
                InterlockedMax(ref slowest, Stopwatch.GetElapsedTime(begun).Ticks);
                statuses.AddOrUpdate((int)response.StatusCode, 1, (_, n) => n + 1);
                Assert.DoesNotContain("Exception", text);
                Assert.DoesNotContain("   at ", text);
                if (text.StartsWith("<xml>", StringComparison.Ordinal)) answered.AddOrUpdate(key, 1, (_, n) => n + 1);
            }
        });

        output.WriteLine(string.Join(", ", statuses.OrderBy(s => s.Key).Select(s => $"{s.Key}: {s.Value}")) + $"; answered {answered.Count}; slowest {TimeSpan.FromTicks(slowest).TotalMilliseconds:0} ms");
        Assert.DoesNotContain(statuses.Keys, s => s is not (200 or 400 or 403 or 413));
        Assert.True(statuses[200] > 1000 && statuses[400] > 100 && statuses[403] > 1000, "The fuzz no longer reaches every layer.");
        Assert.All(answered, a => Assert.True(a.Value == 1, $"answered {a.Value} times"));
        Assert.True(answered.Count > 1000);
        Assert.True(TimeSpan.FromTicks(slowest) < Limit);
    }

    [Fact]
    public async Task A_secure_round_trip_on_the_interviews_takes_milliseconds()
    {
        await using var server = await InterviewsAsync(TimeProvider.System);
        var user = server.User();
        // Questions that the pages themselves suggest, and some about nothing in them.
        var questions = new ConcurrentQueue<string>(server.Engines.Engine.Articles.Where(a => a.Department is not null)
            .SelectMany(a => server.Engines.Engine.Ask(new AskRequest(a.Department + "今年有什么安排")).Suggestions.Append(a.Department + "养了几头大象"))).ToArray();
        var best = double.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var times = new double[300];
            for (var i = 0; i < times.Length; i++)
            {
                var message = server.Says(questions[i % questions.Length], $"user{i}");
                var begun = Stopwatch.GetTimestamp();
                var reply = await user.SendAsync(message);
                times[i] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
                Assert.NotNull(reply.Text);
            }

            Array.Sort(times);
            best = Math.Min(best, times[297]);
            output.WriteLine($"p50 {times[150]:0.0} ms, p95 {times[285]:0.0} ms, p99 {times[297]:0.0} ms, max {times[^1]:0.0} ms");
        }

        // The target is 20 ms. The best of five rounds, since other work on the machine only ever adds; and some room for a slow one.
        Assert.True(best < 60, $"p99 {best:0.0} ms");
    }

    private static async Task<ChatServer> InterviewsAsync(TimeProvider time, params string[] more)
    {
        var server = await ChatServer.StartAsync(time, null, more);
        var engine = QaEngine.ForArticles(Corpus.Pages.Real.Articles, Lexicon.Read(TestEngine.CorpusFolder()), new EngineOptions());
        engine.WarmUp();
        server.Engines.Publish(new EngineSnapshot(engine));
        return server;
    }

    private static void InterlockedMax(ref long target, long value)
    {
        for (var seen = Volatile.Read(ref target); value > seen;)
        {
            var before = Interlocked.CompareExchange(ref target, value, seen);
            if (before == seen) return;
            seen = before;
        }
    }
}
