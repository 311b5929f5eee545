using Microsoft.Extensions.Logging.Abstractions;
using PolicyQa.App.Configuration;
using PolicyQa.App.Data;
using PolicyQa.App.Progress;
using PolicyQa.App.Publishing;
using PolicyQa.Commitments;

namespace PolicyQa.App.Channels.Cli;

/// <summary>Opens the configured index for a verb, with progress and warnings where a person sees them.</summary>
internal static class EngineOpening
{
    public static QaEngine Open(Settings settings, Terminal terminal, CancellationToken cancellationToken, Task? showProgressAfter = null)
    {
        FinishPublication(settings, terminal);
        var workspace = Composition.Workspace(settings.WithCorpusChecked(), terminal.Time);
        string? warning;
        QaEngine engine;
        using (var progress = terminal.StartProgress("建立索引", showProgressAfter))
            engine = workspace.Open(out warning, progress, cancellationToken);
        if (warning is not null) terminal.Error.WriteLine($"注意：{warning}");
        engine.Statuses = Statuses(settings, terminal);
        return engine;
    }

    /// <summary>What officials say of commitments: read when a verb first wants it, since most never do.</summary>
    private static Func<LedgerStatuses> Statuses(Settings settings, Terminal terminal)
    {
        var read = new Lazy<LedgerStatuses>(() =>
        {
            using var store = new DataStore(settings.Data, terminal.Time, NullLogger<DataStore>.Instance);
            using var book = new StatusBook(store, terminal.Time);
            try
            {
                // Looking must not make a database.
                if (settings.Data.File is not { } file || File.Exists(file)) book.LoadAsync(CancellationToken.None).GetAwaiter().GetResult();
            }
            catch (DataUnavailableException e)
            {
                terminal.Error.WriteLine($"注意：读不到登记的进展，各项都当作没有登记：{e.Message}");
            }

            return book.Now();
        });
        return () => read.Value;
    }

    /// <summary>A publication that was cut short (kill -9, power) is finished before anything reads the corpus.</summary>
    public static void FinishPublication(Settings settings, Terminal terminal)
    {
        if (new CorpusWriter(settings.Corpus, Composition.History(settings, terminal.Time)).Finish() is not var (finished, fault)) return;
        if (finished is not null) terminal.Error.WriteLine($"注意：上次发布语料时程序中断了，已经补完（{finished.Target.Title}）");
        else terminal.Error.WriteLine($"注意：上次发布语料时程序中断了，还补不完，语料可能只换了一半：{fault!.Message}");
    }
}
