namespace PolicyQa.App.Channels.Http;

/// <summary>
/// So many a minute, as a token bucket that one number describes (the generic cell rate algorithm): the time at which the bucket
/// is full again. Immutable; times are ticks of a monotonic clock.
/// </summary>
/// <param name="FullAt">Zero: full.</param>
internal readonly record struct Allowance(long FullAt)
{
    /// <summary>Takes one out; where none is left, how long to wait for the next, in ticks.</summary>
    /// <param name="now">The clock.</param>
    /// <param name="perMinute">What the bucket holds and what flows in each minute; 1 and more.</param>
    /// <param name="minute">Ticks of a minute.</param>
    public (Allowance Next, long Wait) Take(long now, int perMinute, long minute)
    {
        var apart = Math.Max(1, minute / perMinute);
        var fullAt = Math.Max(now, FullAt) + apart;
        var wait = fullAt - now - (apart * perMinute);
        return wait <= 0 ? (new Allowance(fullAt), 0) : (this, wait);
    }
}
