using PolicyQa.Corpus;

namespace PolicyQa.Benchmarks;

/// <summary>The shipped interviews, and their sentences put together anew to as many articles as are wanted; the same each time.</summary>
internal static class Town
{
    /// <summary>A question about the interviews and its answer.</summary>
    public const string Question = "市教育局今年要引进多少教师";

    /// <inheritdoc cref="Question"/>
    public const string Answer = "1633名";

    /// <summary>The interviews as read from the corpus folder.</summary>
    public static IReadOnlyList<Article> Interviews { get; } = CorpusReader.Read(CorpusReader.Load(Path.Combine(Root(), "corpus"), CancellationToken.None), CancellationToken.None).Articles;

    /// <summary>The engine over them, as it is served: with their lexicon.</summary>
    public static QaEngine Open()
    {
        var index = Directory.CreateTempSubdirectory("policyqa-benchmark");
        try
        {
            return new Workspace(Path.Combine(Root(), "corpus"), index.FullName, new EngineOptions(), TimeProvider.System).Open(out _);
        }
        finally
        {
            // It is in memory by now.
            index.Delete(recursive: true);
        }
    }

    /// <summary>Plain articles of some 700 characters.</summary>
    public static IReadOnlyList<Article> Articles(int count)
    {
        string[] sentences = [.. Interviews.SelectMany(a => SentenceBoundaries.Split(a.Text, 0, a.Text.Length).Select(s => s.Of(a.Text)))];
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(i => PlainArticle.From($"a{i}", null, string.Concat(Enumerable.Range(0, 14).Select(_ => sentences[random.Next(sentences.Length)]))))];
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "PolicyQa.sln"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("the repository's root was not found above " + AppContext.BaseDirectory);
    }
}
