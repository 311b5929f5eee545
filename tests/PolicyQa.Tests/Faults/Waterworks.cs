using System.Diagnostics;

namespace PolicyQa.Tests.Faults;

/// <summary>A corpus that says one figure at a time, and whoever asks for it afterwards.</summary>
internal sealed class Waterworks : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly int pages;

    /// <summary>Makes the folder.</summary>
    /// <param name="pages">Further pages, so that a build takes its time.</param>
    public Waterworks(int pages = 0)
    {
        this.pages = pages;
        Corpus = folder.Folder("corpus");
        Index = Path.Combine(folder.Path, "index");
        for (var i = 0; i < pages; i++) File.WriteAllText(Path.Combine(Corpus, $"p{i:D4}.txt"), Filler(i));
        Say(1);
    }

    public string Corpus { get; }

    public string Index { get; set; }

    /// <summary>The generation that serves.</summary>
    public string Generation => Path.Combine(Index, File.ReadAllText(Path.Combine(Index, "CURRENT")));

    public int Figure { get; private set; }

    public void Say(int figure)
    {
        Figure = figure;
        // As careful people do it: the old page or the new one, nothing between.
        var draft = Path.Combine(folder.Path, "draft.txt");
        File.WriteAllText(draft, $"办好水务\n\n——访市水务局局长江一河\n\n●本报记者 钱小溪\n\n一是保障供水。今年，新建水厂{figure}座，改造管网三十公里。\n");
        File.Move(draft, Path.Combine(Corpus, "water.txt"), overwrite: true);
        if (pages > 0) File.WriteAllText(Path.Combine(Corpus, $"p{figure % pages:D4}.txt"), Filler(figure));
    }

    public QaEngine Open(out string? warning) => new Workspace(Corpus, Index, new EngineOptions(), TimeProvider.System).Open(out warning);

    /// <summary>Opens as a server does at start, asks, and expects the figure that the corpus says now.</summary>
    public string? Ask()
    {
        using var engine = Open(out var warning);
        var answer = engine.Ask(new AskRequest("市水务局今年新建多少座水厂"));
        Assert.True(answer.ShortAnswer == $"{Figure}座", $"{answer.ShortAnswer ?? answer.Text} instead of {Figure}座");
        Assert.Contains($"新建水厂{Figure}座", answer.Citations[0].Excerpt, StringComparison.Ordinal);
        return warning;
    }

    public Process Start(params string[] args) => Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PolicyQa.App.dll"), .. args, "--corpus", Corpus, "--index", Index])
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    public void Dispose() => folder.Dispose();

    private static string Filler(int i) => $"第{i}号通报\n\n{string.Join('\n', Enumerable.Range(0, 20).Select(s => $"第{i}号通报第{s}条：{(char)('丁' + i % 500)}{(char)('江' + s)}街道清理沟渠{i * 31 + s}米，修补路面{s + 2}处，接待来访{i + s}人次。"))}\n";
}
