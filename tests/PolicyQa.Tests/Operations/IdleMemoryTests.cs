using PolicyQa.App.Operations;

namespace PolicyQa.Tests.Operations;

/// <summary>When memory is given back.</summary>
public sealed class IdleMemoryTests
{
    private const long Busy = IdleMemory.Quiet;
    private const long Little = IdleMemory.Quiet - 1;

    [Theory]
    [InlineData("never while there is work", 0, Busy, Busy, Busy, Busy, Busy, Busy, Busy, Busy, Busy, Busy)]
    [InlineData("once when work has paused", 1, IdleMemory.Worthwhile, 0L, 0L, 0L)]
    [InlineData("not for little", 0, IdleMemory.Worthwhile - 1, 0L, 0L, 0L)]
    [InlineData("after each time of work", 2, IdleMemory.Worthwhile, 0L, IdleMemory.Worthwhile, 0L)]
    [InlineData("when little has become much", 1, Little, Little, Little, Little, Little, Little, Little, Little, Little)]
    public void It_is_given_back(string when, int times, params long[] allocations)
    {
        var (allocated, collected) = (0L, 0);
        var memory = new IdleMemory(() => allocated, () => collected++);
        foreach (var bytes in allocations)
        {
            allocated += bytes;
            memory.LookNow();
        }

        Assert.True(times == collected, $"{when}: {collected}");
    }
}
