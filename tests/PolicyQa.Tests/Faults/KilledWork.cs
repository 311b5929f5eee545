using System.Net.Http.Json;
using System.Text.Json;

namespace PolicyQa.Tests.Faults;

/// <summary>One kind of work that a server is killed in the middle of, and what it had acknowledged.</summary>
internal abstract class KilledWork(string name)
{
    public string Name => name;

    public int Trials { get; set; }

    public int Acknowledged { get; set; }

    public List<string> Lost { get; } = [];

    public List<string> FailedStarts { get; } = [];

    /// <summary>Before a start.</summary>
    public virtual void Begin()
    {
    }

    /// <summary>One piece of it; returns when the server has acknowledged it.</summary>
    public abstract Task DoAsync(KilledServer server, Random random, CancellationToken stop);

    /// <summary>What was acknowledged and is not there, after a start.</summary>
    /// <param name="server">Started anew.</param>
    /// <param name="kept">All that the database holds, as exported.</param>
    public abstract Task<IReadOnlyList<string>> LostAsync(KilledServer server, JsonElement kept);

    /// <summary>What is in none of the rows, by this property of theirs; nobody waits for it any more.</summary>
    protected static IReadOnlyList<string> Missing(List<string> acknowledged, JsonElement rows, string property)
    {
        var there = rows.EnumerateArray().Select(r => r.GetProperty(property).GetString()!).ToHashSet(StringComparer.Ordinal);
        IReadOnlyList<string> lost = [.. acknowledged.Where(a => !there.Contains(a))];
        acknowledged.RemoveAll(lost.Contains);
        return lost;
    }

    /// <summary>Letters for a number: a figure in an answer would want a source.</summary>
    protected static string Letters(int number) => string.Concat($"{number}".Select(d => (char)('A' + d - '0')));
}

/// <summary>Starting and building the index: nobody works yet.</summary>
internal sealed class IndexingWork(string folder) : KilledWork("starting and indexing")
{
    public override void Begin()
    {
        var index = Path.Combine(folder, "data", "index");
        if (Directory.Exists(index)) Directory.Delete(index, recursive: true);
    }

    public override Task DoAsync(KilledServer server, Random random, CancellationToken stop) => Task.CompletedTask;

    public override Task<IReadOnlyList<string>> LostAsync(KilledServer server, JsonElement kept) => Task.FromResult<IReadOnlyList<string>>([]);
}

/// <summary>有用 and 没用.</summary>
internal sealed class VoteWork() : KilledWork("writing votes")
{
    private readonly List<string> acknowledged = [];
    private int number;

    public override async Task DoAsync(KilledServer server, Random random, CancellationToken stop)
    {
        var question = $"意见{Letters(++number)}办得怎么样";
        using var response = await server.Client.PostAsJsonAsync("/api/feedback", new { question, useful = random.Next(2) == 0 }, stop);
        response.EnsureSuccessStatusCode();
        acknowledged.Add(question);
    }

    public override Task<IReadOnlyList<string>> LostAsync(KilledServer server, JsonElement kept) => Task.FromResult(Missing(acknowledged, kept.GetProperty("votes"), "question"));
}

/// <summary>How a commitment stands.</summary>
internal sealed class StatusWork() : KilledWork("writing statuses")
{
    private readonly List<string> acknowledged = [];
    private int number;
    private string? row;

    public override async Task DoAsync(KilledServer server, Random random, CancellationToken stop)
    {
        row ??= (await server.GetAsync("/admin/progress?q=" + Uri.EscapeDataString("培训教师500名"))).QuerySelector(".promises a.said")!.GetAttribute("href")!;
        var evidence = $"登记{Letters(++number)}";
        var (_, page) = await server.PostAsync(row, row, ("status", "进展正常"), ("evidence", evidence), ("link", ""));
        Assert.Contains("已登记为", page.Body!.TextContent);
        acknowledged.Add(evidence);
    }

    public override Task<IReadOnlyList<string>> LostAsync(KilledServer server, JsonElement kept) => Task.FromResult(Missing(acknowledged, kept.GetProperty("progress"), "evidence"));
}

/// <summary>An answer that an official writes to one and the same question, over and over.</summary>
internal sealed class ReviewWork() : KilledWork("writing reviewed answers")
{
    private const string Question = "市教育局培训教师500名的名单在哪里查";
    private const string Cited = "培训教师500名";
    private const int Looks = 300;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    private int number;
    private string? page;
    private string? acknowledged;
    private string? inFlight;

    public override async Task DoAsync(KilledServer server, Random random, CancellationToken stop)
    {
        if (page is null)
        {
            using var vote = await server.Client.PostAsJsonAsync("/api/feedback", new { question = Question, useful = false }, stop);
            vote.EnsureSuccessStatusCode();
            page = (await server.GetAsync("/admin/questions")).QuerySelectorAll("a.subject").Single(a => a.TextContent == Question).GetAttribute("href")!;
        }

        var form = (await server.GetAsync(page)).QuerySelectorAll("form").Single(f => f.QuerySelector("textarea") is not null);
        inFlight = $"名单没有公布（{Letters(++number)}）";
        (string, string)[] fields =
        [
            ("do", "answer"), ("text", inFlight), ("office", "市教育局"), ("day", form.QuerySelector("#f-day")!.GetAttribute("value")!),
            ("cite", form.QuerySelectorAll("[name=cite]").Select(c => c.GetAttribute("value")!).First(v => v.Contains(Cited, StringComparison.Ordinal))),
            .. form.QuerySelectorAll("[name=wording]").Select(w => ("wording", w.GetAttribute("value")!)),
        ];
        var (_, done) = await server.SendAsync(form, fields);
        Assert.Contains("已保存", done.Body!.TextContent);
        (acknowledged, inFlight) = (inFlight, null);
    }

    public override async Task<IReadOnlyList<string>> LostAsync(KilledServer server, JsonElement kept)
    {
        if (acknowledged is null && inFlight is null) return [];
        var there = kept.GetProperty("questions").EnumerateArray().Where(q => q.GetProperty("text").GetString() == Question).Select(q => q.GetProperty("answer") is { ValueKind: JsonValueKind.Object } a ? a.GetProperty("text").GetString() : null).SingleOrDefault();
        if (there != acknowledged && there != inFlight) return [$"acknowledged {acknowledged}, found {there}"];
        (acknowledged, inFlight) = (there, null);
        if (there is null) return [];
        // Decisions come into force within seconds of the start.
        for (var look = 0; look < Looks; look++)
        {
            using var response = await server.Client.PostAsJsonAsync("/api/ask", new { question = Question });
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
            if (answer.GetProperty("answer").GetString() == there) return [];
            await Task.Delay(Between);
        }

        return [$"kept, but not given: {there}"];
    }
}
