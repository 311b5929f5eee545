using Microsoft.EntityFrameworkCore;
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
            return await store.WithAsync(
                async data =>
                {
                    var known = index ??= await ReadAsync(data, cancellationToken);
                    data.Votes.AddRange(batch.Where(c => c.Useful is not null).Select(c => new FeedbackVote { At = c.At, Question = QuestionKey.Masked(c.Question), Useful = c.Useful!.Value }));
                    var added = await GroupAsync(data, known, [.. batch.Where(c => c.Useful is null or false)], cancellationToken);
                    await data.SaveChangesAsync(cancellationToken);
                    foreach (var (group, key, signature) in added) known.Add(group.Id, key, signature);
                    if (added.Count > 0) await TrimAsync(data, cancellationToken);
                    foreach (var group in data.Groups.Local.Where(g => g.Wordings.Count > 0).ToList()) await TrimAsync(data, group.Id, cancellationToken);
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

    private async Task<List<(QuestionGroup Group, string Key, string? Signature)>> GroupAsync(DataContext data, GroupIndex known, IReadOnlyList<Complaint> complaints, CancellationToken cancellationToken)
    {
        List<(QuestionGroup, string, string?)> added = [];
        var byKey = complaints.GroupBy(c => QuestionKey.Of(c.Question), StringComparer.Ordinal).Where(g => g.Key.Length > 0).ToList();
        var keys = byKey.ConvertAll(g => g.Key);
        var wordings = await data.Wordings.Where(w => keys.Contains(w.Key)).ToDictionaryAsync(w => w.Key, StringComparer.Ordinal, cancellationToken);
        var inBatch = new GroupIndex();
        List<QuestionGroup> fresh = [];
        foreach (var same in byKey)
        {
            var last = same.Max(c => c.At);
            QuestionGroup? group;
            if (wordings.TryGetValue(same.Key, out var wording))
            {
                group = (await data.Groups.FindAsync([wording.GroupId], cancellationToken))!;
            }
            else
            {
                var text = same.First().Question;
                var signature = SignatureOf(text);
                group = inBatch.Find(same.Key, signature) is { } here ? fresh[here] : known.Find(same.Key, signature) is { } there ? await data.Groups.FindAsync([there], cancellationToken) : null;
                if (group is null)
                {
                    data.Groups.Add(group = new QuestionGroup { Text = QuestionKey.Masked(text), FirstSeen = same.Min(c => c.At), LastSeen = last });
                    inBatch.Add(fresh.Count, same.Key, signature);
                    fresh.Add(group);
                    added.Add((group, same.Key, signature));
                }

                group.Wordings.Add(wording = new Wording { Key = same.Key, Text = QuestionKey.Masked(text), LastSeen = last });
                group.HasNews |= group.State is GroupState.Answered or GroupState.OutOfScope;
            }

            wording.Count += same.Count();
            wording.LastSeen = last;
            group.Refused += same.Count(c => c.Useful is null);
            group.Disliked += same.Count(c => c.Useful is false);
            if (last > group.LastSeen) group.LastSeen = last;
            foreach (var channel in same.Select(c => c.Channel).Distinct(StringComparer.Ordinal))
                if (!group.Channels.Split(' ').Contains(channel, StringComparer.Ordinal))
                    group.Channels = $"{group.Channels} {channel}".Trim();
        }

        return added;
    }

    private string? SignatureOf(string text) => engines.Current is { } snapshot ? snapshot.Engine.SignatureOf(QuestionKey.RequestOf(text)) : null;

    private async Task<GroupIndex> ReadAsync(DataContext data, CancellationToken cancellationToken)
    {
        var read = new GroupIndex();
        var newest = await data.Groups.AsNoTracking().OrderByDescending(g => g.Id).Take(GroupIndex.Compared).Select(g => new { g.Id, g.Text }).ToListAsync(cancellationToken);
        foreach (var group in Enumerable.Reverse(newest)) read.Add(group.Id, QuestionKey.Of(group.Text), SignatureOf(group.Text));
        return read;
    }

    private static async Task TrimAsync(DataContext data, CancellationToken cancellationToken)
    {
        if (await data.Groups.CountAsync(cancellationToken) <= MostGroups) return;
        var oldest = data.Groups.Where(g => g.State == GroupState.Open || g.State == GroupState.Dismissed).OrderBy(g => g.Refused + g.Disliked).ThenBy(g => g.LastSeen).Take(Spare).Select(g => g.Id);
        await data.Groups.Where(g => oldest.Contains(g.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>A question can be varied without end; what an official has confirmed stays.</summary>
    private static async Task TrimAsync(DataContext data, int group, CancellationToken cancellationToken)
    {
        if (await data.Wordings.CountAsync(w => w.GroupId == group, cancellationToken) is var count && count <= MostWordings) return;
        var rarest = data.Wordings.Where(w => w.GroupId == group && !w.Confirmed).OrderBy(w => w.Count).ThenBy(w => w.LastSeen).ThenBy(w => w.Id).Take(count - MostWordings).Select(w => w.Id);
        await data.Wordings.Where(w => rarest.Contains(w.Id)).ExecuteDeleteAsync(cancellationToken);
    }
}
