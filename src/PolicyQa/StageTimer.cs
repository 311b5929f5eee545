using System.Diagnostics;

namespace PolicyQa;

/// <summary>One run of a stage of the walk; ends when disposed of. The default measures nothing.</summary>
internal readonly struct StageTimer(string stage, Activity? activity, long begun) : IDisposable
{
    public void Dispose()
    {
        if (stage is null) return;
        activity?.Dispose();
        EngineMeasures.End(stage, begun);
    }
}
