using System.Runtime.InteropServices;

namespace PolicyQa.App;

/// <summary>Ctrl-C and a supervisor's SIGTERM as one token, so that every verb can end in order and choose its exit code.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;

    public StopSignals() =>
        registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop)];

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        foreach (var registration in registrations) registration.Dispose();
        source.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        // A second signal kills at once: whoever presses Ctrl-C twice does not want to wait.
        if (source.IsCancellationRequested) return;
        context.Cancel = true;
        source.Cancel();
    }
}
