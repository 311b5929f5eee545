namespace PolicyQa.App.Channels.WeChat;

/// <summary>
/// One message, however often it is delivered: one piece of work, and one response that carries the answer. A platform
/// delivers again only when it has given up the connection before, so the latest delivery carries; where its connection is
/// gone too, the next one does.
/// </summary>
internal sealed class Delivery(Func<Task<string?>> answer)
{
    private readonly Lock gate = new();
    private readonly Lazy<Task<string?>> work = new(answer);
    private int latest;
    private bool carried;

    /// <summary>The answer, null for none; begun by the first who asks. Never fails.</summary>
    public Task<string?> Answer => work.Value;

    /// <summary>A delivery came in; its number.</summary>
    public int Arrive()
    {
        lock (gate) return ++latest;
    }

    /// <summary>True for the one delivery that is to carry the answer.</summary>
    public bool Claim(int arrival)
    {
        lock (gate)
        {
            if (carried || arrival != latest) return false;
            return carried = true;
        }
    }

    /// <summary>The connection broke before the answer was out.</summary>
    public void GiveBack()
    {
        lock (gate) carried = false;
    }
}
