using PolicyQa.Analysis;
using PolicyQa.Corpus;
using PolicyQa.Questions;

namespace PolicyQa.Tests;

/// <summary>Parts of the engine, put together as <see cref="QaEngine"/> does.</summary>
internal static class TestEngine
{
    private static readonly Lazy<QaEngine> RealPages = new(() => QaEngine.ForArticles(Corpus.Pages.Real.Articles, Lexicon.Read(CorpusFolder()), new EngineOptions()));

    /// <summary>The engine over the repository's own corpus and lexicon.</summary>
    public static QaEngine Real => RealPages.Value;

    public static QuestionParser Parser(IReadOnlyList<Article> articles)
    {
        var lexicon = Lexicon.Read(CorpusFolder());
        var catalog = new Catalog(articles, lexicon);
        return new QuestionParser(catalog, new FocusBuilder(lexicon, new WordCutter(LearntWords.Of(articles, lexicon)), new NoStatistics()), new NoStatistics());
    }

    public static string CorpusFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PolicyQa.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("Run the tests from a checkout.");
        return Path.Combine(folder.FullName, "corpus");
    }

    /// <summary>Every word is in one passage of ten, but for what no page has.</summary>
    private sealed class NoStatistics : ITermStatistics
    {
        public int Passages => 10;

        public int Frequency(string word) => word is "赤峰" or "包头" ? 0 : 1;

        public string? SoundsLike(string word) => null;
    }
}
