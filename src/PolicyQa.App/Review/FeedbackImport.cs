using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PolicyQa.App.Channels;
using PolicyQa.App.Data;

namespace PolicyQa.App.Review;

/// <summary>Takes the votes of earlier versions, lines of a file, into the database, once; the file stays, under another name.</summary>
internal sealed class FeedbackImport(DataStore store, TimeProvider time, ILogger<FeedbackImport> logger)
{
    private const string Did = "导入旧的反馈";
    private const string Imported = ".imported";

    /// <summary>Does it for the file and the older half beside it; a line that cannot be read is left out.</summary>
    public async Task RunAsync(string path, CancellationToken cancellationToken)
    {
        foreach (var file in (string[])[path + ".1", path])
        {
            if (!File.Exists(file)) continue;
            try
            {
                var bytes = await File.ReadAllBytesAsync(file, cancellationToken);
                // Killed between the two steps, the file would come a second time: its fingerprint tells.
                var fingerprint = Convert.ToHexStringLower(SHA256.HashData(bytes));
                var votes = Read(bytes).ToList();
                var fresh = await store.WithAsync(
                    async data =>
                    {
                        if (await data.Audit.AnyAsync(a => a.Did == Did && a.About == fingerprint, cancellationToken)) return false;
                        data.Votes.AddRange(votes);
                        data.Note(time.GetUtcNow(), "系统", Did, fingerprint);
                        await data.SaveChangesAsync(cancellationToken);
                        return true;
                    },
                    cancellationToken);
                File.Move(file, file + Imported, overwrite: true);
                if (fresh) Log.FeedbackImported(logger, file, votes.Count);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Log.FeedbackNotImported(logger, file, e);
            }
        }
    }

    private static IEnumerable<FeedbackVote> Read(byte[] bytes)
    {
        foreach (var line in System.Text.Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            FeedbackLine? vote = null;
            try
            {
                vote = JsonSerializer.Deserialize(line, ChannelJson.Default.FeedbackLine);
            }
            catch (JsonException)
            {
                // Half a line, of a process that was killed.
            }

            if (vote?.Question is { Length: > 0 } question) yield return new FeedbackVote { At = vote.At, Question = QuestionKey.Masked(question), Useful = vote.Useful };
        }
    }
}
