using System.Threading.Channels;
using PolicyQa.App.Configuration;

namespace PolicyQa.App.Review;

/// <summary>
/// Takes down refused questions and votes. A refused question costs its channel nothing: it goes into a bounded queue, and where that is
/// full the oldest makes room. A vote is acknowledged when it is on the disk. One writer takes what has gathered, batch by batch.
/// </summary>
internal sealed class UnansweredLog(UnansweredWriter writer, AdminSettings admin, TimeProvider time) : IAsyncDisposable
{
    public const int Capacity = 1024;
    private const int Batch = 256;

    /// <summary>A follow-up of at most so many characters says nothing without the question before it.</summary>
    private const int ShortFollowUp = 12;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LastWrite = TimeSpan.FromSeconds(3);

    private readonly Lock gate = new();
    private readonly CancellationTokenSource stop = new();
    private readonly Channel<Complaint> votes = Channel.CreateBounded<Complaint>(Capacity);
    private Channel<Complaint>? refused;
    private Task? writing;
    private long dropped;

    /// <summary>Refused questions that made room for newer ones since the start.</summary>
    public long Dropped => Interlocked.Read(ref dropped);

    /// <summary>Notes a refused question; never waits.</summary>
    public void Refused(AskRequest request, string channel)
    {
        // Nobody would ever look at it.
        if (!admin.Enabled) return;
        var question = request.History.Count > 0 && request.Question.Length <= ShortFollowUp ? QuestionKey.Joined(request.History[^1], request.Question) : request.Question;
        Queue().Writer.TryWrite(new Complaint(question, channel, time.GetUtcNow()));
    }

    /// <summary>Notes a vote; true when it is on the disk, false where it cannot be kept now.</summary>
    public async Task<bool> VoteAsync(string question, bool useful, string channel, CancellationToken cancellationToken)
    {
        var vote = new Complaint(question, channel, time.GetUtcNow(), useful) { Kept = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously) };
        if (!votes.Writer.TryWrite(vote)) return false;
        Start();
        return await vote.Kept.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Lets the writer begin, if it has not.</summary>
    public void Start()
    {
        lock (gate)
        {
            if (!stop.IsCancellationRequested) writing ??= Task.Run(WriteAsync);
        }
    }

    /// <summary>Writes what is left, for a few seconds at most.</summary>
    public async ValueTask DisposeAsync()
    {
        Task? last;
        lock (gate)
        {
            if (stop.IsCancellationRequested) return;
            stop.Cancel();
            last = writing;
        }

        votes.Writer.TryComplete();
        if (last is not null) await Task.WhenAny(last, Task.Delay(LastWrite, TimeProvider.System));
        stop.Dispose();
    }

    private Channel<Complaint> Queue()
    {
        if (Volatile.Read(ref refused) is { } queue) return queue;
        lock (gate)
            return refused ??= Channel.CreateBounded<Complaint>(new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }, _ => Interlocked.Increment(ref dropped));
    }

    private async Task WriteAsync()
    {
        List<Complaint> batch = [];
        var (vote, question) = (new PendingRead<Complaint>(votes.Reader, stop.Token), new PendingRead<Complaint>(Queue().Reader, stop.Token));
        while (true)
        {
            var ending = stop.IsCancellationRequested;
            while (batch.Count < Batch && votes.Reader.TryRead(out var next)) batch.Add(next);
            while (batch.Count < Batch && Queue().Reader.TryRead(out var next)) batch.Add(next);
            if (batch.Count == 0)
            {
                if (ending) return;
                await WaitAsync(vote.Next(), question.Next());
                continue;
            }

            var kept = await writer.WriteAsync(batch, CancellationToken.None);
            foreach (var complaint in batch) complaint.Kept?.TrySetResult(kept);
            // Who waits has been told; refused questions wait for better times, among at most a batch of them.
            batch.RemoveAll(c => kept || c.Useful is not null);
            if (kept) continue;
            if (ending) return;
            await WaitAsync(vote.Next(), Task.Delay(Pause, time, stop.Token));
        }
    }

    /// <summary>Until one of them is done, or the server stops: then what is there is written.</summary>
    private static async Task WaitAsync(params Task[] any)
    {
        try
        {
            await await Task.WhenAny(any);
        }
        catch (OperationCanceledException)
        {
            // The loop sees for itself.
        }
    }
}
