using PolicyQa.Answering;
using PolicyQa.App.Channels.Http;

namespace PolicyQa.App.Channels.WeChat;

/// <summary>Answers that do not keep WeChat waiting.</summary>
internal sealed class TimelyAnswers(EngineHost engines, Dialogue dialogue, TimeProvider time, IHostApplicationLifetime host, ILogger<TimelyAnswers> logger, CurrentModel model)
{
    /// <summary>WeChat hangs up after 5 s; the second is for the way there and back.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(4);

    /// <summary>A bot's stream ends 6 minutes after the question; nobody waits longer elsewhere either.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(330);

    private static readonly TimeSpan HeldUp = TimeSpan.FromMilliseconds(50);

    public PendingAnswer Begin(AskBody question)
    {
        var extractive = Task.Run(() => ExtractAsync(question));
        return new PendingAnswer(extractive, model.Now.Phrasing is { } phrasing ? PhraseAsync(extractive, phrasing) : null);
    }

    /// <summary>Completes when the answer is there, or when the time since <paramref name="begun"/> is up; true where it is there.</summary>
    public async Task<bool> InTimeAsync(Task answer, long begun)
    {
        for (; ; )
        {
            var left = Deadline - time.GetElapsedTime(begun);
            if (answer.IsCompleted || left <= TimeSpan.Zero) return answer.IsCompleted;
            using var done = new CancellationTokenSource();
            var delay = Task.Delay(left, time, done.Token);
            // A thread held up between reading the clock and setting the alarm would wait too long: then it is set anew.
            if (time.GetElapsedTime(begun) - (Deadline - left) < HeldUp) await Task.WhenAny(answer, delay);
            await done.CancelAsync();
        }
    }

    private async Task<Answer?> ExtractAsync(AskBody question)
    {
        try
        {
            // A question that has come in is answered even when the server is told to stop: it takes milliseconds.
            return await engines.WaitAsync(Deadline, time, host.ApplicationStopping) ? dialogue.Ask(question, ChannelName.Chat, CancellationToken.None) : null;
        }
        catch (Exception e) when ((e is ObjectDisposedException or OperationCanceledException) && host.ApplicationStopping.IsCancellationRequested)
        {
            // The server has stopped and the index is closed: for whoever still listens it is as if it had not opened.
            return null;
        }
    }

    private async Task<Answer?> PhraseAsync(Task<Answer?> extractive, Phrasing phrase)
    {
        try
        {
            if (await extractive is not { Status: AnswerStatus.Answered } answer) return null;
            using var patience = new CancellationTokenSource(Patience, time);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, host.ApplicationStopping);
            return await phrase(answer, stop.Token).WaitAsync(stop.Token);
        }
        catch (Exception e)
        {
            // The extractive answer stands; what failed in extracting it shows where that is awaited.
            if (e is not OperationCanceledException) Log.PhrasingFailed(logger, e);
            return null;
        }
    }
}
