namespace PolicyQa.App.Configuration;

/// <summary>RateLimit:…: how many questions are taken, from one client and in all. Read anew with each question.</summary>
/// <param name="PerMinute">Questions a minute of one client, all of them at once if it likes; 0 = no limit.</param>
/// <param name="TotalPerMinute">Questions a minute of everybody; 0 = no limit.</param>
/// <param name="Concurrent">Questions worked on at once.</param>
/// <param name="Queue">Questions that wait for a place, each at most a second; one more is turned away.</param>
internal sealed record RateLimits(int PerMinute, int TotalPerMinute, int Concurrent, int Queue)
{
    private const int Most = 1_000_000;
    private const int MostAtOnce = 10_000;
    private const int UsualConcurrent = 64;
    private const int UsualQueue = 64;

    /// <summary>Reads and checks.</summary>
    /// <exception cref="UserErrorException">A value is out of range; the message names it.</exception>
    public static RateLimits Read(IConfiguration configuration)
    {
        var own = new SectionValues(configuration, "RateLimit");
        var concurrent = own.Number("Concurrent", UsualConcurrent, MostAtOnce);
        if (concurrent == 0) throw new UserErrorException($"设置 RateLimit:Concurrent 应是 1 到 {MostAtOnce} 之间的整数，实际是“0”");
        return new RateLimits(own.Number("PerMinute", 0, Most), own.Number("TotalPerMinute", 0, Most), concurrent, own.Number("Queue", UsualQueue, MostAtOnce));
    }
}
