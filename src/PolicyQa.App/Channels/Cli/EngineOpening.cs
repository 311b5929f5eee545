using PolicyQa.App.Configuration;

namespace PolicyQa.App.Channels.Cli;

/// <summary>Opens the configured index for a verb, with progress and warnings where a person sees them.</summary>
internal static class EngineOpening
{
    public static QaEngine Open(Settings settings, Terminal terminal, CancellationToken cancellationToken, Task? showProgressAfter = null)
    {
        var workspace = Composition.Workspace(settings.WithCorpusChecked(), terminal.Time);
        string? warning;
        QaEngine engine;
        using (var progress = terminal.StartProgress("建立索引", showProgressAfter))
            engine = workspace.Open(out warning, progress, cancellationToken);
        if (warning is not null) terminal.Error.WriteLine($"注意：{warning}");
        return engine;
    }
}
