using Microsoft.Extensions.Logging.Abstractions;
using PolicyQa.Answering;
using PolicyQa.App;
using PolicyQa.App.Configuration;

namespace PolicyQa.Tests.Cli;

/// <summary>Corpus and lexicon change while the server runs.</summary>
public sealed class CorpusWatchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly EngineHost _engines = new();
    private readonly string _corpus;
    private readonly CorpusWatch _watch;

    public CorpusWatchTests()
    {
        _corpus = _folder.Folder("corpus");
        Write("page.txt", "全市新建体育馆三座。");
        var workspace = new Workspace(_corpus, Path.Combine(_folder.Path, "index"), new EngineOptions(), TimeProvider.System);
        var settings = Settings.Load(_folder.File("settings.json", "{}"), [$"--Corpus:Path={_corpus}", $"--Index:Path={Path.Combine(_folder.Path, "index")}"]);
        _watch = new CorpusWatch(new LiveSettings(settings), _engines, Composition.History(settings, TimeProvider.System), NullLogger.Instance, TimeProvider.System);
        _engines.Publish(new EngineSnapshot(workspace.Open(out _)));
    }

    public void Dispose()
    {
        _watch.Dispose();
        _engines.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_synonym_written_into_the_lexicon_is_understood_without_a_restart()
    {
        const string Question = "新建多少座球场子";
        Assert.Equal(AnswerStatus.NotFound, _engines.Engine.Ask(new AskRequest(Question)).Status);
        Write("lexicon/local.txt", "体育馆 = 球场子\n");
        Assert.False(_watch.Look(TestContext.Current.CancellationToken));
        Assert.True(_watch.Look(TestContext.Current.CancellationToken));
        Assert.Equal("三座", _engines.Engine.Ask(new AskRequest(Question)).ShortAnswer);
    }

    [Fact]
    public void Nothing_changed_means_nothing_is_read_again()
    {
        var engine = _engines.Engine;
        for (var i = 0; i < 3; i++) Assert.False(_watch.Look(TestContext.Current.CancellationToken));
        Assert.Same(engine, _engines.Engine);
    }

    [Fact]
    public void A_file_that_is_still_being_written_waits()
    {
        Write("new.txt", "全市新建");
        Assert.False(_watch.Look(TestContext.Current.CancellationToken));
        Write("new.txt", "全市新建图书馆五座。");
        Assert.False(_watch.Look(TestContext.Current.CancellationToken));
        Assert.True(_watch.Look(TestContext.Current.CancellationToken));
        Assert.Equal("五座", _engines.Engine.Ask(new AskRequest("新建多少座图书馆")).ShortAnswer);
    }

    [Fact]
    public void A_corpus_that_vanishes_leaves_the_old_engine_answering()
    {
        Directory.Delete(_corpus, recursive: true);
        _watch.Look(TestContext.Current.CancellationToken);
        _watch.Look(TestContext.Current.CancellationToken);
        Assert.Equal("三座", _engines.Engine.Ask(new AskRequest("新建多少座体育馆")).ShortAnswer);
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_corpus, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
