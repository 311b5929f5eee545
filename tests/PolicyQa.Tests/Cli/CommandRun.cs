using System.Diagnostics;
using System.Text;
using PolicyQa.App.Channels.Cli;

namespace PolicyQa.Tests.Cli;

/// <summary>What one command line printed and how it ended; run in this process over the real command tree.</summary>
internal sealed record CommandRun(int ExitCode, string Out, string Error)
{
    public static async Task<CommandRun> Of(IReadOnlyList<string> args, string? input = null, CancellationToken cancellationToken = default) =>
        await Of(args, Encoding.UTF8.GetBytes(input ?? ""), cancellationToken);

    /// <summary>The executable itself, in a process of its own.</summary>
    public static async Task<CommandRun> OfProcess(IReadOnlyList<string> args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PolicyQa.App.dll"), .. args])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CommandRun(process.ExitCode, await output, await error);
    }

    public static async Task<CommandRun> Of(IReadOnlyList<string> args, byte[] input, CancellationToken cancellationToken = default)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(output, error, () => new MemoryStream(input), ErrorIsTerminal: false, TimeProvider.System);
        var exitCode = await CommandLine.RunAsync(args, terminal, cancellationToken);
        return new CommandRun(exitCode, output.ToString(), error.ToString());
    }
}
