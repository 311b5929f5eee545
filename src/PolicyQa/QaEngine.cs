using System.Globalization;
using Lucene.Net.Store;
using PolicyQa.Analysis;
using PolicyQa.Answering;
using PolicyQa.Answering.Guarding;
using PolicyQa.Commitments;
using PolicyQa.Corpus;
using PolicyQa.Indexing;
using PolicyQa.Passages;
using PolicyQa.Questions;
using PolicyQa.Retrieval;

namespace PolicyQa;

/// <summary>The whole walk of a question on one screen. Thread-safe; immutable over one index snapshot.</summary>
public sealed class QaEngine : IDisposable
{
    private const int WarmUpArticles = 8;
    private const int WarmUpCharacters = 20;
    private static readonly string[] WarmUpQuestions = ["有多少？", "是什么时候？", "有哪些？", "是什么？", "怎么做？", "由哪个部门负责？", "各部门分别有多少？", "有什么政策支持？"];

    private readonly IndexSnapshot _snapshot;
    private readonly Catalog _catalog;
    private readonly QuestionParser _parser;
    private readonly Retriever _retriever;
    private readonly Answerer _answerer;
    private readonly SuggestionFinder _suggestions;
    private readonly double _threshold;
    private readonly Lazy<Ledger> _ledger;
    private readonly LedgerAnswers _ledgerAnswers;
    private readonly Lazy<Task<IReadOnlyList<string>>> _samples;
    private int _users = 1;
    private int _disposed;
    private readonly Lexicon _lexicon;
    private HybridRanking? _hybrid;

    internal QaEngine(IndexSnapshot snapshot, Lexicon lexicon, EngineOptions options)
    {
        _snapshot = snapshot;
        _lexicon = lexicon;
        _threshold = options.Threshold;
        _catalog = new Catalog(snapshot.Articles, lexicon);
        _ledger = new Lazy<Ledger>(() => Ledger.Of(snapshot.Articles, snapshot.Passages));
        var statistics = new IndexStatistics(snapshot);
        var learnt = LearntWords.Of(snapshot.Articles, lexicon);
        var cutter = new WordCutter(learnt.Concat(lexicon.Words));
        Words = new WordAnalyzer(learnt);
        _parser = new QuestionParser(_catalog, new FocusBuilder(lexicon, cutter, statistics), statistics);
        _retriever = new Retriever(snapshot, Words);
        _answerer = new Answerer(snapshot, _catalog, _retriever, statistics, cutter, options);
        _ledgerAnswers = new LedgerAnswers(_catalog, _ledger, () => Statuses());
        Guard = new WordingGuard(_catalog, cutter);
        _suggestions = new SuggestionFinder(snapshot, _catalog, q => Answer(new AskRequest(q), hybrid: null, out _, CancellationToken.None));
        _samples = new(() => Task.Run(TryOutSamples));
    }

    /// <summary>All articles, in corpus order.</summary>
    public IReadOnlyList<Article> Articles => _snapshot.Articles;

    /// <summary>Every commitment of the interviews; read from the passages once, when it is first asked for.</summary>
    public Ledger Ledger => _ledger.Value;

    /// <summary>
    /// What officials say of commitments at this moment; nothing, unless whoever serves this engine says otherwise before it is
    /// asked. Looked at for each question that it matters to, so it has to be quick.
    /// </summary>
    public Func<LedgerStatuses> Statuses { get; set; } = () => LedgerStatuses.None;

    /// <summary>
    /// Questions to begin with, each of which the engine answers. Worked out in the background, on the first look or by
    /// <see cref="WarmUp"/>; empty until then, and for a corpus without departments.
    /// </summary>
    public IReadOnlyList<string> SampleQuestions => _samples.Value.IsCompletedSuccessfully ? _samples.Value.Result : [];

    /// <summary>Questions to begin with, of one department under any of its names; empty where there is none such.</summary>
    public IReadOnlyList<string> SampleQuestionsOf(string department) => _suggestions.ToBeginWith(department);

    /// <summary>The words analyzer of index and questions.</summary>
    public WordAnalyzer Words { get; }

    /// <summary>Checks what others make of an answer's words.</summary>
    public WordingGuard Guard { get; }

    /// <summary>What could not be read, or not wholly, when this engine was opened: files of the corpus, lines of the lexicon.</summary>
    public int ProblemCount { get; internal init; }

    /// <summary>Number of passages indexed.</summary>
    public int PassageCount => _snapshot.PassageCount;

    /// <summary>An engine over articles held in memory (evaluation, tests); the index lives in RAM.</summary>
    public static QaEngine ForArticles(IReadOnlyList<Article> articles, EngineOptions options, IProgress<IndexProgress>? progress = null) =>
        ForArticles(articles, Lexicon.Default, options, progress);

    /// <summary>The same with a lexicon of its own.</summary>
    public static QaEngine ForArticles(IReadOnlyList<Article> articles, Lexicon lexicon, EngineOptions options, IProgress<IndexProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        using var directory = new RAMDirectory();
        using var words = new WordAnalyzer(LearntWords.Of(articles, lexicon));
        var passages = IndexBuilder.Build(directory, articles, words, progress, cancellationToken);
        return new QaEngine(new IndexSnapshot(directory, articles, passages), lexicon, options);
    }

    /// <summary>Answers one question; a question without an answer is a value (notFound), never an exception.</summary>
    /// <exception cref="ObjectDisposedException">The index is closed: nobody holds a <see cref="TryLease">lease</see>.</exception>
    public Answer Ask(AskRequest request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var lease = TryLease() ?? throw new ObjectDisposedException(nameof(QaEngine));
        var begun = EngineMeasures.Begin();
        using var trace = EngineMeasures.BeginTrace();
        var answer = Answer(request, Volatile.Read(ref _hybrid), out var kind, cancellationToken);
        if (answer.Suggestions.Count == 0)
        {
            using var _ = EngineMeasures.Stage("suggest");
            answer = answer with { Suggestions = _suggestions.For(answer, request.Question) };
        }

        EngineMeasures.Answered(begun, trace, request.Channel, answer.Status, kind);
        return answer;
    }

    /// <summary>
    /// Answers questions made of the corpus's own words, one of each kind, so that whatever a question needs is read and
    /// compiled before somebody waits for it.
    /// </summary>
    public void WarmUp(CancellationToken cancellationToken = default)
    {
        using var lease = TryLease();
        if (lease is null) return;
        if (Ledger.Items.Count > 0) Ask(new AskRequest(Ledger.Items[0].Question), cancellationToken);
        var step = Math.Max(1, Articles.Count / WarmUpArticles);
        for (var i = 0; i < Articles.Count; i += step)
        {
            var about = Articles[i].Text[..Math.Min(WarmUpCharacters, Articles[i].Text.Length)].ReplaceLineEndings("");
            foreach (var asked in WarmUpQuestions)
            {
                Ask(new AskRequest(about + asked), cancellationToken);
                Ask(new AskRequest($"那{Articles[^(i + 1)].Department ?? "别处"}呢？") { History = [about + asked] }, cancellationToken);
            }
        }

        _samples.Value.Wait(cancellationToken);
    }

    /// <summary>The article, or null.</summary>
    public Article? FindArticle(string id) => _snapshot.OrdinalOf(id) is >= 0 and var ordinal ? _snapshot.Articles[ordinal] : null;

    /// <summary>The department of that name (any of its names) as bylines say it, or null.</summary>
    public string? FindDepartment(string name) => _catalog.Departments.Find(name)?.Name;

    /// <summary>What a question asks for, apart from its wording (<see cref="QuestionSignature"/>); null where it says too little.</summary>
    public string? SignatureOf(AskRequest request)
    {
        var question = Restricted(_parser.Parse(request.Question, request.History), request.Department);
        return QuestionSignature.Of(question);
    }

    /// <summary>Plain full-text search, best first.</summary>
    /// <param name="query">Free text; empty lists passages in corpus order.</param>
    /// <param name="department">Any name of a department; null searches all.</param>
    /// <param name="top">At most this many, 1–100.</param>
    public IReadOnlyList<PassageHit> Search(string query, string? department, int top) =>
        new PassageSearch(_snapshot, _catalog, _retriever).Find(query, department, Math.Clamp(top, 1, 100));

    /// <summary>For training: the articles that the ranker would order for this question, and what it sees of them.</summary>
    internal (IReadOnlyList<string> Articles, float[][] Features) RankingFeatures(string question)
    {
        var (articles, features) = _retriever.RankingFeatures(_parser.Parse(question, []));
        return ([.. articles.Select(a => _snapshot.Articles[a].Id)], features);
    }

    /// <summary>For training: the articles that reading may bring to the front, and what their order goes by.</summary>
    internal (IReadOnlyList<string> Articles, float[][] Features) OrderFeatures(string question) => _answerer.OrderFeatures(_parser.Parse(question, []));

    /// <summary>For training: the spans that the learnt reader weighs, with what the scorer sees of them.</summary>
    internal IReadOnlyList<(string Text, float[] Features)> SpanFeatures(string question) =>
        [.. _answerer.Spans(_parser.Parse(question, [])).Select(r => (r.Reading.Highlights[0].Of(r.Reading.Evidence.Folded), r.Features))];

    /// <summary>What a model of meaning is shown of each passage, in index order.</summary>
    public IReadOnlyList<PassageText> PassageTexts() => [.. _snapshot.Passages.Select(TextOf)];

    /// <summary>Changes with whatever may change an order of articles: the code, the lexicon, a passage. What was measured with another one says nothing.</summary>
    public string RankingFingerprint()
    {
        var passages = string.Join('\n', PassageTexts().Select(t => t.Key.ToString("x32", CultureInfo.InvariantCulture)));
        return Sha256.Of($"{typeof(QaEngine).Module.ModuleVersionId}\n{_lexicon.Fingerprint}\n{passages}");
    }

    /// <summary>Ranks by meaning beside words from now on; null: by words alone, as at first. Questions under way end as they began.</summary>
    /// <exception cref="ArgumentException">These are not the vectors of this index.</exception>
    public void Use(HybridRanking? hybrid)
    {
        if (hybrid is not null && hybrid.Vectors.Count != _snapshot.PassageCount) throw new ArgumentException($"{hybrid.Vectors.Count} vectors for {_snapshot.PassageCount} passages", nameof(hybrid));
        Volatile.Write(ref _hybrid, hybrid);
    }

    private PassageText TextOf(Passage passage)
    {
        var article = _snapshot.ArticleOf(passage);
        return new PassageText(string.Join('\n', new[] { article.Department, article.Title, passage.TextIn(article) }.Where(part => !string.IsNullOrEmpty(part))));
    }

    /// <summary>
    /// Keeps the index open until the lease is disposed of; null where it is closed already. Whoever asks or searches an engine
    /// that somebody else may dispose of takes one; articles and ledger stay readable without.
    /// </summary>
    public EngineLease? TryLease()
    {
        for (var users = Volatile.Read(ref _users); users > 0;)
        {
            var before = Interlocked.CompareExchange(ref _users, users + 1, users);
            if (before == users) return new EngineLease(this);
            users = before;
        }

        return null;
    }

    /// <summary>No new leases; with the last one the engine is closed. (The index lies in memory at present, so that nothing is left to close.)</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0) Leave();
    }

    internal void Leave() => Interlocked.Decrement(ref _users);

    private IReadOnlyList<string> TryOutSamples()
    {
        using var lease = TryLease();
        return lease is null ? [] : _suggestions.ToBeginWith(CancellationToken.None);
    }

    private Answer Answer(AskRequest request, HybridRanking? hybrid, out QuestionKind kind, CancellationToken cancellationToken)
    {
        // Questions: what is being asked?
        Question question;
        using (EngineMeasures.Stage("understand")) question = _parser.Parse(request.Question, request.History);
        kind = question.Kind;
        question = Restricted(question, request.Department);

        // Commitments: lists, counts and totals of promises stand in the ledger.
        Answer? listed;
        using (EngineMeasures.Stage("ledger")) listed = _ledgerAnswers.Answer(question, request.Within);
        if (listed is { } answered)
            return request.Explain ? answered with { Explanation = FromLedger(request, question, answered) } : answered;

        // Where vectors proved better for this index, meaning counts beside words.
        if (hybrid is not null && !question.IsInstruction && hybrid.Embed(InFull(question), cancellationToken) is { } vector) question = question with { Embedded = new EmbeddedQuestion(hybrid.Vectors, vector) };

        // Retrieval and Answering: which passages, and what do they say?
        if (!request.Explain) return _answerer.Answer(question, request.Within, request.Top);
        var trace = new Trace();
        var answer = _answerer.Answer(question, request.Within, request.Top, trace);
        var why = trace.Explain(question, Alone(request, question), answer.Status, _snapshot, _threshold);
        return answer with { Explanation = hybrid is null ? why : why with { Vectors = new ExplainedVectors(question.Embedded is not null, trace.Search.Nearest ?? []) } };
    }

    /// <summary>The question as somebody would ask it who comes in just now.</summary>
    private static string InFull(Question question)
    {
        var missing = question.Focus.Where(f => f.FromHistory && !question.Resolved.Contains(f.Text, StringComparison.Ordinal)).Select(f => f.Text);
        return string.Join(' ', [question.Resolved, .. missing]);
    }

    private Question Restricted(Question question, string? named)
    {
        if (named is null || question.Departments.Count > 0 || question.UnknownDepartment is not null) return question;
        return _catalog.Departments.Find(named) is { } department ? question with { Departments = [department.Name] } : question with { UnknownDepartment = named };
    }

    private Explanation FromLedger(AskRequest request, Question question, Answer answer)
    {
        var trace = new Trace();
        trace.Verdict(VerdictReason.Ledger);
        return trace.Explain(question, Alone(request, question), answer.Status, _snapshot, _threshold);
    }

    private Question Alone(AskRequest request, Question question) => request.History.Count == 0 ? question : _parser.Parse(request.Question, []);
}
