using System.Runtime.InteropServices;

namespace PolicyQa.App.Operations;

/// <summary>
/// Gives memory back when nobody asks. The collector lets garbage gather by the size of the processor's cache, tens of megabytes on a
/// server, and a service that is asked now and then would sit on them for hours. One collection when work has paused; none while it goes on.
/// </summary>
/// <param name="allocated">Bytes allocated so far.</param>
/// <param name="collect">Collects, and hands back to the system what is free.</param>
internal sealed class IdleMemory(Func<long> allocated, Action collect)
{
    /// <summary>From one look to the next.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    /// <summary>Less than this between two looks is no work: watching files and answering probes costs that much.</summary>
    internal const long Quiet = 512 << 10;

    /// <summary>Less than this is not worth a collection.</summary>
    internal const long Worthwhile = 4 << 20;

    private long atLastLook = allocated();
    private long atLastCollection = allocated();

    /// <summary>Until the server stops.</summary>
    public static Task RunAsync(TimeProvider time, CancellationToken cancellationToken) => Ticks.RunAsync(Look, time, new IdleMemory(() => GC.GetTotalAllocatedBytes(), Collect).LookNow, cancellationToken);

    /// <summary>What opening and warming up, or a time of work, left behind goes back to the system rather than stay until memory is short.</summary>
    public static void Collect()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (!OperatingSystem.IsLinux()) return;
        try
        {
            // What the runtime's compiler took, the C library keeps, an arena a thread.
            _ = MallocTrim(0);
        }
        catch (EntryPointNotFoundException)
        {
            // Another C library than glibc: it has its own ways.
        }
    }

    /// <summary>One look; collects where work has paused since the last one.</summary>
    internal void LookNow()
    {
        var now = allocated();
        var quiet = now - atLastLook < Quiet;
        if (quiet && now - atLastCollection >= Worthwhile)
        {
            collect();
            now = atLastCollection = allocated();
        }

        atLastLook = now;
    }

    [DllImport("libc", EntryPoint = "malloc_trim")]
    private static extern int MallocTrim(nuint pad);
}
