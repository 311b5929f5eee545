namespace PolicyQa.App.Llm;

/// <summary>
/// Keeps from asking a model that keeps failing: after some failures in a row it is left alone for a while, then one question
/// tries it again. Thread-safe.
/// </summary>
internal sealed class CircuitBreaker(TimeProvider time)
{
    public const int Failures = 3;
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private int failed;
    private long openedAt;
    private bool trying;

    /// <summary>True where the model may be asked; each true is followed by <see cref="Report"/> or <see cref="Abandon"/>.</summary>
    public bool Allows()
    {
        lock (gate)
        {
            if (failed < Failures) return true;
            if (trying || time.GetElapsedTime(openedAt) < Rest) return false;
            trying = true;
            return true;
        }
    }

    /// <summary>How it went.</summary>
    public void Report(bool success)
    {
        lock (gate)
        {
            trying = false;
            failed = success ? 0 : failed + 1;
            if (failed >= Failures) openedAt = time.GetTimestamp();
        }
    }

    /// <summary>The question was given up before anything could be learnt.</summary>
    public void Abandon()
    {
        lock (gate) trying = false;
    }
}
