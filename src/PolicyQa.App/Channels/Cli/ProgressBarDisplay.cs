using Spectre.Console;

namespace PolicyQa.App.Channels.Cli;

/// <summary>A progress bar on a terminal. Spectre is loaded at the first report, not for a start that has nothing to build.</summary>
internal sealed class ProgressBarDisplay(string label) : ProgressDisplay
{
    private readonly TaskCompletionSource finished = new();
    private ProgressTask? bar;
    private Task? drawing;

    public override void Dispose()
    {
        finished.TrySetResult();
        drawing?.GetAwaiter().GetResult();
    }

    protected override void Show(int done, int total)
    {
        if (bar is null) Start();
        bar!.MaxValue = Math.Max(1, total);
        bar.Value = done;
    }

    private void Start()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        var added = new TaskCompletionSource<ProgressTask>();
        drawing = Task.Run(() => console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                added.SetResult(context.AddTask(Markup.Escape(label)));
                await finished.Task;
            }));
        bar = added.Task.GetAwaiter().GetResult();
    }
}
