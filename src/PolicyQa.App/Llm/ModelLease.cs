namespace PolicyQa.App.Llm;

/// <summary>A place with the model, for one request.</summary>
internal sealed class ModelLease(CircuitBreaker breaker, Action leave) : IDisposable
{
    private bool reported;

    /// <summary>How it went; the first word counts.</summary>
    public void Report(bool success)
    {
        if (reported) return;
        reported = true;
        breaker.Report(success);
    }

    public void Dispose()
    {
        if (!reported) breaker.Abandon();
        leave();
    }
}
