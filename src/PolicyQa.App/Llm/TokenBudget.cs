namespace PolicyQa.App.Llm;

/// <summary>How many tokens a day may be spent, sent and received, as far as they can be estimated. Thread-safe.</summary>
/// <param name="perDay">0 = no limit.</param>
/// <param name="time">The clock; a day is one of its local time.</param>
internal sealed class TokenBudget(long perDay, TimeProvider time)
{
    private readonly Lock gate = new();
    private DateOnly day;
    private long spent;

    /// <summary>Takes <paramref name="tokens"/> out of what is left today; false where there is not so much.</summary>
    public bool TrySpend(long tokens)
    {
        if (perDay == 0) return true;
        lock (gate)
        {
            var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
            if (today != day) (day, spent) = (today, 0);
            if (spent + tokens > perDay) return false;
            spent += tokens;
            return true;
        }
    }

    /// <summary>Gives back what was not used after all.</summary>
    public void Return(long tokens)
    {
        lock (gate) spent = Math.Max(0, spent - tokens);
    }
}
