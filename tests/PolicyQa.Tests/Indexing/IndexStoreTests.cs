using Lucene.Net.Store;
using PolicyQa.Analysis;
using PolicyQa.Corpus;
using PolicyQa.Indexing;
using Directory = System.IO.Directory;

namespace PolicyQa.Tests.Indexing;

public sealed class IndexStoreTests : IDisposable
{
    private readonly TemporaryFolder _corpus = new();
    private readonly TemporaryFolder _index = new();

    public IndexStoreTests() => Write("2024年，市水务局新建水厂7座。");

    public void Dispose()
    {
        _corpus.Dispose();
        _index.Dispose();
    }

    [Fact]
    public void A_fresh_index_is_opened_again_without_a_rebuild()
    {
        Open().Dispose();
        var name = Current();
        Open().Dispose();
        Assert.Equal(name, Current());
    }

    [Fact]
    public void A_changed_page_makes_the_index_stale_and_it_rebuilds_itself()
    {
        Open().Dispose();
        Write("2024年，市水务局新建水厂9座。");
        using var engine = Open();
        Assert.Contains(engine.Articles, a => a.Text.Contains('9'));
    }

    [Fact]
    public void A_changed_lexicon_makes_the_index_stale()
    {
        Open().Dispose();
        var name = Current();
        Directory.CreateDirectory(Path.Combine(_corpus.Path, "lexicon"));
        File.WriteAllText(Path.Combine(_corpus.Path, "lexicon", "a.txt"), "水厂 = 自来水厂\n");
        Open().Dispose();
        Assert.NotEqual(name, Current());
    }

    [Fact]
    public void When_the_corpus_cannot_be_read_the_last_good_index_serves_on_and_says_so()
    {
        Open().Dispose();
        Directory.Delete(_corpus.Path, recursive: true);
        using var engine = Workspace().Open(out var warning);
        Assert.NotEmpty(engine.Articles);
        Assert.Contains("上一次的索引", warning, StringComparison.Ordinal);
        Directory.CreateDirectory(_corpus.Path);
    }

    [Fact]
    public void Where_a_build_ran_out_of_room_the_next_one_succeeds_in_the_same_process()
    {
        var articles = CorpusReader.Read(CorpusReader.Load(_corpus.Path, CancellationToken.None), CancellationToken.None).Articles;
        using var words = new WordAnalyzer(LearntWords.Of(articles, Lexicon.Read(_corpus.Path)));
        using (var full = new FullDirectory(FSDirectory.Open(_index.Path))) Assert.Throws<IOException>(() => IndexBuilder.Build(full, articles, words, null, CancellationToken.None));
        using var directory = FSDirectory.Open(_index.Path);
        Assert.NotEmpty(IndexBuilder.Build(directory, articles, words, null, CancellationToken.None));
    }

    [Fact]
    public void Without_a_corpus_and_without_an_index_the_error_names_the_folder()
    {
        Directory.Delete(_corpus.Path, recursive: true);
        var error = Assert.ThrowsAny<IOException>(() => Workspace().Open(out _));
        Assert.Contains(_corpus.Path, error.Message, StringComparison.Ordinal);
        Directory.CreateDirectory(_corpus.Path);
    }

    [Fact]
    public void A_build_that_is_stopped_halfway_changes_nothing()
    {
        Open().Dispose();
        var name = Current();
        Write("2024年，市水务局新建水厂9座。");
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => Workspace().BuildIndex(null, stop.Token));
        Assert.Equal(name, Current());
        Assert.Single(Directory.EnumerateDirectories(_index.Path));
    }

    [Theory]
    [InlineData("CURRENT", "g000009")]
    [InlineData("CURRENT", "../../etc")]
    [InlineData("CURRENT", "")]
    public void A_pointer_that_leads_nowhere_is_repaired_by_a_rebuild(string file, string content)
    {
        Open().Dispose();
        File.WriteAllText(Path.Combine(_index.Path, file), content);
        using var engine = Workspace().Open(out var warning);
        Assert.Contains("损坏或不完整", warning, StringComparison.Ordinal);
        Assert.NotEmpty(engine.Articles);
    }

    [Fact]
    public void A_damaged_index_is_repaired_by_a_rebuild()
    {
        Open().Dispose();
        var folder = Path.Combine(_index.Path, Current());
        foreach (var file in Directory.EnumerateFiles(folder)) File.WriteAllText(file, "x");
        using var engine = Workspace().Open(out var warning);
        Assert.Contains("损坏或不完整", warning, StringComparison.Ordinal);
        Assert.NotEmpty(engine.Search("水厂", null, 5));
    }

    [Fact]
    public void What_a_killed_build_left_behind_is_cleared_by_the_next_one()
    {
        Directory.CreateDirectory(Path.Combine(_index.Path, "g000001"));
        File.WriteAllText(Path.Combine(_index.Path, "g000001", "articles.json"), "{");
        Open().Dispose();
        Assert.Single(Directory.EnumerateDirectories(_index.Path));
    }

    [Fact]
    public void The_same_pages_give_the_same_manifest_but_for_its_time()
    {
        var contents = PolicyQa.Corpus.CorpusReader.Read(_corpus.Path);
        Assert.Equal(contents.Fingerprint, PolicyQa.Corpus.CorpusReader.Read(_corpus.Path).Fingerprint);
    }

    private void Write(string text) => File.WriteAllText(Path.Combine(_corpus.Path, "page.txt"), text);

    private string Current() => File.ReadAllText(Path.Combine(_index.Path, "CURRENT"));

    private Workspace Workspace() => new(_corpus.Path, _index.Path, new EngineOptions(), TimeProvider.System);

    private QaEngine Open()
    {
        var engine = Workspace().Open(out var warning);
        Assert.Null(warning);
        return engine;
    }

    /// <summary>Takes nothing.</summary>
    private sealed class FullDirectory(Lucene.Net.Store.Directory inner) : FilterDirectory(inner)
    {
        public override IndexOutput CreateOutput(string name, IOContext context) => throw new IOException("No space left on device");
    }
}
