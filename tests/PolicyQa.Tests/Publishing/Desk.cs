using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using PolicyQa.App;
using PolicyQa.App.Configuration;
using PolicyQa.App.Publishing;

namespace PolicyQa.Tests.Publishing;

/// <summary>A corpus folder with what publishes to it, as <see cref="Composition"/> puts it together.</summary>
internal sealed class Desk : IDisposable
{
    public const string Education =
        """
        办好人民满意的教育

        ——访市教育局党组书记、局长张一凡

        ●本报记者 赵小明

        一是扩大资源供给。今年，新增学位3000个，新建公办幼儿园5所。

        二是建强教师队伍。全年培训教师500名，引进外地名师12名。
        """;

    public const string Jobs =
        """
        稳就业 聚人才

        ——访市人社局党组书记、局长李思远

        ●本报记者 钱多多

        一是稳定就业。全年新增就业岗位5000个，培训技能人才2万人次。
        """;

    private readonly TemporaryFolder folder = new();
    private readonly CorpusWatch watch;

    /// <summary>Opens it.</summary>
    /// <param name="kept">How many states the history keeps.</param>
    /// <param name="corpus">Where the corpus lies; null for a temporary folder.</param>
    /// <param name="index">The same of the index.</param>
    /// <param name="history">The same of the history.</param>
    /// <param name="time">The clock; null for the real one.</param>
    public Desk(int kept = 30, string? corpus = null, string? index = null, string? history = null, TimeProvider? time = null)
    {
        Corpus = corpus ?? folder.Folder("corpus");
        Put("edu.txt", Education);
        Settings = Settings.Load(
            folder.File("settings.json", "{}"),
            [$"--Corpus:Path={Corpus}", $"--Index:Path={index ?? Path.Combine(folder.Path, "index")}", $"--Corpus:History={history ?? Path.Combine(folder.Path, "history")}", $"--Corpus:HistoryStates={kept}"]);
        Workspace = Composition.Workspace(Settings, TimeProvider.System);
        History = Composition.History(Settings, TimeProvider.System);
        Writer = new CorpusWriter(Corpus, History);
        watch = new CorpusWatch(new LiveSettings(Settings), Engines, History, NullLogger.Instance, time ?? TimeProvider.System);
        Office = new CorpusDesk(Workspace, History, Writer, watch, Engines);
        Engines.Publish(new EngineSnapshot(Workspace.Open(out _)));
    }

    public string Corpus { get; }

    public Settings Settings { get; }

    public Workspace Workspace { get; }

    public CorpusHistory History { get; }

    public CorpusWriter Writer { get; }

    public EngineHost Engines { get; } = new();

    public CorpusDesk Office { get; }

    public QaEngine Served => Engines.Engine;

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public void Put(string name, string text)
    {
        var path = Path.Combine(Corpus, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public string Text(string name) => File.ReadAllText(Path.Combine(Corpus, name));

    public DraftView Look(CorpusDraft draft) => Office.Look(draft.Id, CancellationToken.None)!;

    public Task<PublishOutcome> PublishAsync(CorpusDraft draft) => Office.PublishAsync(draft.Id, Look(draft).Base, "王主任", CancellationToken.None);

    public bool LookTwice() => watch.Look(CancellationToken.None) | watch.Look(CancellationToken.None);

    public void Dispose()
    {
        watch.Dispose();
        Engines.Dispose();
        folder.Dispose();
    }
}
