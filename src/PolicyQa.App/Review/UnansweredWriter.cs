using PolicyQa.App.Data;

namespace PolicyQa.App.Review;

/// <summary>Writes refused questions and votes, and puts questions alike together. One batch at a time.</summary>
internal sealed class UnansweredWriter(DataStore store, EngineHost engines, ILogger<UnansweredWriter> logger)
{
    /// <summary>Beyond so many, groups that came up once go first: nobody can fill the disk by asking nonsense.</summary>
    internal const int MostGroups = 20_000;

    /// <summary>And of the wordings of one group those that came up least.</summary>
    internal const int MostWordings = 200;

    private const int Spare = 1000;
    private volatile GroupIndex? index;

    /// <summary>The groups have changed otherwise: the next batch reads them anew.</summary>
    public void Forget() => index = null;

    /// <summary>True when all of it is on the disk; false where nothing is.</summary>
    public async Task<bool> WriteAsync(IReadOnlyList<Complaint> batch, CancellationToken cancellationToken)
    {
        try
        {
            return await store.PlainAsync(
                async sql =>
                {
                    var known = index ??= await ReadAsync(sql);
                    var added = await sql.WholeAsync(() => WriteAsync(sql, known, batch));
                    foreach (var (group, key, signature) in added) known.Add(group, key, signature);
                    if (added.Count > 0) await TrimAsync(sql);
                    return true;
                },
                cancellationToken);
        }
        catch (DataUnavailableException)
        {
            index = null;
            return false;
        }
        catch (Exception e)
        {
            // A bug must not end the writing for good.
            index = null;
            Log.UnansweredLost(logger, batch.Count, e);
            return false;
        }
    }

    private async Task<List<(int Group, string Key, string? Signature)>> WriteAsync(PlainSql sql, GroupIndex known, IReadOnlyList<Complaint> batch)
    {
        foreach (var vote in batch.Where(c => c.Useful is not null))
            await sql.RunAsync($"""INSERT INTO "Votes" ("At", "Question", "Useful") VALUES ({vote.At}, {QuestionKey.Masked(vote.Question)}, {vote.Useful})""");
        List<(int, string, string?)> added = [];
        var inBatch = new GroupIndex();
        foreach (var same in batch.Where(c => c.Useful is null or false).GroupBy(c => QuestionKey.Of(c.Question), StringComparer.Ordinal).Where(g => g.Key.Length > 0))
        {
            var last = same.Max(c => c.At);
            var wording = (await sql.ListAsync($"""SELECT "Id", "GroupId" FROM "Wordings" WHERE "Key" = {same.Key}""", r => (Id: r.GetInt32(0), Group: r.GetInt32(1)))).FirstOrDefault();
            var isNew = wording.Id == 0;
            if (isNew)
            {
                var text = QuestionKey.Masked(same.First().Question);
                var signature = SignatureOf(same.First().Question);
                var group = inBatch.Find(same.Key, signature) ?? await StillThereAsync(sql, known.Find(same.Key, signature));
                if (group is null)
                {
                    group = (int)(await sql.NumberAsync($"""
                        INSERT INTO "Groups" ("Text", "State", "Refused", "Disliked", "FirstSeen", "LastSeen", "Channels", "HasNews")
                        VALUES ({text}, {GroupState.Open}, 0, 0, {same.Min(c => c.At)}, {last}, '', {false}) RETURNING "Id"
                        """))!;
                    inBatch.Add(group.Value, same.Key, signature);
                    added.Add((group.Value, same.Key, signature));
                }

                await sql.RunAsync($"""INSERT INTO "Wordings" ("GroupId", "Key", "Text", "Count", "LastSeen", "Confirmed") VALUES ({group.Value}, {same.Key}, {text}, 0, {last}, {false})""");
                wording.Group = group.Value;
            }

            await sql.RunAsync($"""UPDATE "Wordings" SET "Count" = "Count" + {same.Count()}, "LastSeen" = {last} WHERE "Key" = {same.Key}""");
            await CountAsync(sql, wording.Group, same, last, isNew);
        }

        return added;
    }

    private static async Task CountAsync(PlainSql sql, int id, IEnumerable<Complaint> complaints, DateTimeOffset last, bool isNewWording)
    {
        var group = (await sql.ListAsync(
            $"""SELECT "State", "LastSeen", "Channels", "HasNews" FROM "Groups" WHERE "Id" = {id}""",
            r => (State: (GroupState)r.GetInt32(0), LastSeen: PlainSql.TimeOf(r, 1), Channels: r.GetString(2), HasNews: r.GetBoolean(3)))).Single();
        var channels = string.Join(' ', group.Channels.Split(' ', StringSplitOptions.RemoveEmptyEntries).Union(complaints.Select(c => c.Channel), StringComparer.Ordinal));
        await sql.RunAsync($"""
            UPDATE "Groups" SET "Refused" = "Refused" + {complaints.Count(c => c.Useful is null)}, "Disliked" = "Disliked" + {complaints.Count(c => c.Useful is false)},
                "LastSeen" = {(last > group.LastSeen ? last : group.LastSeen)}, "Channels" = {channels}, "HasNews" = {group.HasNews || (isNewWording && group.State is GroupState.Answered or GroupState.OutOfScope)}
            WHERE "Id" = {id}
            """);
        if (isNewWording) await TrimAsync(sql, id);
    }

    /// <summary>The group, if nobody has deleted it meanwhile.</summary>
    private static async Task<int?> StillThereAsync(PlainSql sql, int? id) => id is not null && await sql.NumberAsync($"""SELECT COUNT(*) FROM "Groups" WHERE "Id" = {id}""") > 0 ? id : null;

    private string? SignatureOf(string text) => engines.Current is { } snapshot ? snapshot.Engine.SignatureOf(QuestionKey.RequestOf(text)) : null;

    private async Task<GroupIndex> ReadAsync(PlainSql sql)
    {
        var read = new GroupIndex();
        var newest = await sql.ListAsync($"""SELECT "Id", "Text" FROM "Groups" ORDER BY "Id" DESC LIMIT {GroupIndex.Compared}""", r => (Id: r.GetInt32(0), Text: r.GetString(1)));
        foreach (var (id, text) in Enumerable.Reverse(newest)) read.Add(id, QuestionKey.Of(text), SignatureOf(text));
        return read;
    }

    private static async Task TrimAsync(PlainSql sql)
    {
        if (await sql.NumberAsync($"""SELECT COUNT(*) FROM "Groups" """) <= MostGroups) return;
        await sql.RunAsync($"""
            DELETE FROM "Groups" WHERE "Id" IN (
                SELECT "Id" FROM "Groups" WHERE "State" IN ({GroupState.Open}, {GroupState.Dismissed}) ORDER BY "Refused" + "Disliked", "LastSeen" LIMIT {Spare})
            """);
    }

    /// <summary>A question can be varied without end; what an official has confirmed stays.</summary>
    private static async Task TrimAsync(PlainSql sql, int group)
    {
        if (await sql.NumberAsync($"""SELECT COUNT(*) FROM "Wordings" WHERE "GroupId" = {group}""") is not { } count || count <= MostWordings) return;
        await sql.RunAsync($"""
            DELETE FROM "Wordings" WHERE "Id" IN (
                SELECT "Id" FROM "Wordings" WHERE "GroupId" = {group} AND NOT "Confirmed" ORDER BY "Count", "LastSeen", "Id" LIMIT {count - MostWordings})
            """);
    }
}
