using PolicyQa.Answering;

namespace PolicyQa.Tests.WeChat;

/// <summary>Phrases only when the test says so.</summary>
internal sealed class SlowAnswerer
{
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> said = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int calls;

    /// <summary>How many answers were asked of it.</summary>
    public int Calls => calls;

    /// <summary>Completes when the first is asked for.</summary>
    public Task Begun => begun.Task;

    public async Task<Answer?> PhraseAsync(Answer extractive, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref calls);
        begun.TrySetResult();
        var text = await said.Task.WaitAsync(cancellationToken);
        return extractive with { Text = text };
    }

    public void Say(string text) => said.SetResult(text);

    public void Fail() => said.SetException(new InvalidOperationException("secret"));
}
