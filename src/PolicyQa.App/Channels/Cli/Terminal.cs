using System.Text;

namespace PolicyQa.App.Channels.Cli;

/// <summary>What a verb reads from and writes to; tests put their own in place.</summary>
/// <param name="Out">Results only, so that they can be piped.</param>
/// <param name="Error">Errors, warnings and progress.</param>
/// <param name="In">Opens standard input.</param>
/// <param name="ErrorIsTerminal">A person watches <paramref name="Error"/>: a bar may be drawn.</param>
/// <param name="Time">The clock.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, Func<Stream> In, bool ErrorIsTerminal, TimeProvider Time)
{
    public static Terminal OfProcess() => new(
        new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 14) { AutoFlush = !Console.IsOutputRedirected },
        Console.Error,
        Console.OpenStandardInput,
        !Console.IsErrorRedirected,
        TimeProvider.System);

    /// <summary>A progress display for one piece of work; dispose it when the work ends.</summary>
    /// <param name="label">What is being done.</param>
    /// <param name="after">Nothing is shown before this completes; null shows at once.</param>
    public ProgressDisplay StartProgress(string label, Task? after = null) => ErrorIsTerminal
        ? new ProgressBarDisplay(label) { After = after }
        : new ProgressLines(label, Error, Time) { After = after };
}
