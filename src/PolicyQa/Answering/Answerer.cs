using PolicyQa.Analysis;
using PolicyQa.Corpus;
using PolicyQa.Indexing;
using PolicyQa.Questions;
using PolicyQa.Retrieval;
using static PolicyQa.Answering.Verdicts;

namespace PolicyQa.Answering;

/// <summary>From a question understood to an answer with its evidence, or an honest refusal. Thread-safe.</summary>
internal sealed class Answerer(IndexSnapshot snapshot, Catalog catalog, Retriever retriever, ITermStatistics statistics, WordCutter cutter, EngineOptions options)
{
    /// <summary>Passages looked at closely.</summary>
    private const int PassagesRead = 30;

    private const int SentencesForAdvice = 20;

    /// <summary>Sentences that readers look at.</summary>
    private const int SentencesRead = 60;

    /// <summary>A department's own passages are all looked at where there are no more than this.</summary>
    private const int SmallScope = 120;

    /// <summary>In a list over departments, an item may be this much less sure than a lone answer.</summary>
    private const double AcrossLeniency = 0.85;

    private readonly AnswerScope _scope = new(snapshot, catalog);
    private readonly OpenChoice _choice = new(catalog);
    private readonly EvidenceGate _gate = new(statistics);
    private readonly TermReader _terms = new(new NounPhrase(cutter), new ListReader(cutter));
    private readonly ListReader _lists = new(cutter);
    private readonly LearntAnswers _learnt = new(statistics, options);

    public Answer Answer(Question question, IReadOnlyCollection<string>? within, int top, Trace? trace = null)
    {
        var candidates = retriever.Search(question, _scope.Of(question, within), Math.Max(top, PassagesRead), trace?.Search);
        IReadOnlyList<string> ranked = [.. candidates.Articles.Select(a => snapshot.Articles[a.Ordinal].Id)];
        var answer = Find(question, within, candidates, trace, ref ranked) ?? Refused(question);
        return answer with { Ranked = [.. ranked.Take(top)] };
    }

    private Answer? Find(Question question, IReadOnlyCollection<string>? within, Candidates candidates, Trace? trace, ref IReadOnlyList<string> ranked)
    {
        if (question.IsInstruction) return Refuse(trace, VerdictReason.Instruction);
        if (catalog.HasDepartments && question.UnknownDepartment is { } unknown) return Refuse(trace, VerdictReason.UnknownDepartment, unknown);
        if (_scope.OpenCities(question) is { Count: > 1 } cities) return WhichCity(question, cities, trace);
        // Without departments there are no bylines to look at either: who and which department stand in the text, if anywhere.
        if (catalog.HasDepartments && question.Fact != ByLineFact.None) return FromByLine(question, within, trace);
        if (question.Focus.Count == 0 && question.Departments.Count == 0) return Refuse(trace, VerdictReason.NothingAsked);
        // 石卫国是哪里人: nothing is asked but the person, and no byline says it.
        if (question.People.Count > 0 && question.Focus.All(f => f.FromHistory || f.Text.Length < 2 || question.People.Any(p => p.Contains(f.Text, StringComparison.Ordinal)))) return Refuse(trace, VerdictReason.OnlyAPerson);
        if (catalog.HasDepartments && question.Kind == QuestionKind.Department) return WhichDepartments(question, candidates, within, trace);
        if (question.Departments.Count > 1 || (question.Across && catalog.Departments.Departments.Count > 1)) return AcrossDepartments(question, candidates, within, trace);
        var evidence = EvidenceFor(question, candidates, within, trace);
        // Without departments the rules only advise; what they read is no candidate of its own.
        var judged = Judge(question, evidence, catalog.HasDepartments ? trace : null);
        var surest = Surest(judged);
        if (!catalog.HasDepartments)
        {
            // What the reader finds in an article says something of the article, too.
            LearntReadings read;
            using (EngineMeasures.Stage("read")) read = LearntReader.Read(question, evidence, Scored(candidates), surest?.Reading);
            ranked = read.Articles;
            using var gate = EngineMeasures.Stage("gate");
            return _learnt.Answer(question, evidence, read, surest, trace);
        }

        if (surest is not { } best) return Refuse(trace, VerdictReason.NoReading);
        if (best.Confidence < options.Threshold) return Refuse(trace, VerdictReason.BelowThreshold);
        if (_choice.Between(question, judged, best, options.Threshold) is { Count: > 1 } choices) return WhichOf(question, choices, trace);
        return Written(trace, AnswerWriter.Answered(question, [best.Reading], Wording.Of(question, best.Reading), best.Confidence));
    }

    private (string Id, double Score)[] Scored(Candidates candidates) => [.. candidates.Articles.Select(a => (snapshot.Articles[a.Ordinal].Id, a.Score))];

    private List<Evidence> EvidenceFor(Question question, Candidates candidates, IReadOnlyCollection<string>? within, Trace? trace)
    {
        using var stage = EngineMeasures.Stage("evidence");
        var evidence = Fitting(question, candidates, within).Take(SentencesRead).ToList();
        trace?.Sentences(evidence);
        return evidence;
    }

    /// <summary>Sentences of the right year and place, best first.</summary>
    private IEnumerable<Evidence> Fitting(Question question, Candidates candidates, IReadOnlyCollection<string>? within) =>
        new EvidenceFinder(snapshot).Find(question, Passages(question, candidates, within))
            .Where(e => EvidenceGate.FitsYear(question, e) && EvidenceGate.FitsPlace(question, e));

    /// <summary>For training: all spans that the learnt reader weighs for this question, best first.</summary>
    internal IReadOnlyList<LearntReading> Spans(Question question)
    {
        var candidates = retriever.Search(question, null, PassagesRead);
        var evidence = EvidenceFor(question, candidates, null, null);
        return LearntReader.Read(question, evidence, Scored(candidates), Surest(Judge(question, evidence, null))?.Reading).Spans;
    }

    /// <summary>For training: the articles that the learnt reader may bring to the front, with what their order goes by.</summary>
    internal (IReadOnlyList<string> Articles, float[][] Features) OrderFeatures(Question question)
    {
        var candidates = retriever.Search(question, null, PassagesRead);
        return LearntReader.OrderFeatures(question, EvidenceFor(question, candidates, null, null), Scored(candidates));
    }

    private List<Judged> Judge(Question question, List<Evidence> evidence, Trace? trace)
    {
        // Without departments the rules only advise the learnt reader, and the best sentences are enough for that.
        List<Reading> readings;
        using (EngineMeasures.Stage("read")) readings = [.. Read(question, catalog.HasDepartments ? evidence : [.. evidence.Take(SentencesForAdvice)])];
        using var gate = EngineMeasures.Stage("gate");
        List<Judged> judged = new(readings.Count);
        foreach (var reading in readings) judged.Add(Judge(question, reading, trace));
        return judged;
    }

    private Judged Judge(Question question, Reading reading, Trace? trace)
    {
        var confidence = _gate.Judge(question, reading, trace);
        trace?.Span(reading, confidence);
        return new Judged(reading, confidence);
    }

    /// <summary>The first of the surest.</summary>
    private static Judged? Surest(List<Judged> judged) => judged.Count == 0 ? null : judged.MaxBy(j => j.Confidence);

    private IEnumerable<Reading> Read(Question question, List<Evidence> evidence) => question.Kind switch
    {
        QuestionKind.Quantity => QuantityReader.Read(question, evidence),
        QuestionKind.Time => TimeReader.Read(question, evidence),
        QuestionKind.Term or QuestionKind.Definition => _terms.Read(question, evidence),
        QuestionKind.List or QuestionKind.Place => _lists.Read(question, evidence),
        _ => ClauseReader.Read(question, evidence),
    };

    private IReadOnlyList<int> Passages(Question question, Candidates candidates, IReadOnlyCollection<string>? within)
    {
        List<int> passages = [.. candidates.Passages.Take(PassagesRead).Select(p => p.Ordinal)];
        // 教师 may stand there as 教科研: in a small scope every passage gets its chance, found by words or not.
        var scope = _scope.Of(question, within) is { } ids ? ids.Select(snapshot.OrdinalOf).Where(o => o >= 0) : snapshot.PassageCount <= SmallScope ? Enumerable.Range(0, snapshot.Articles.Count) : [];
        var seen = passages.ToHashSet();
        foreach (var article in scope)
        {
            for (var p = snapshot.FirstPassage[article]; p < snapshot.FirstPassage[article + 1] && passages.Count < SmallScope; p++)
            {
                if (seen.Add(p)) passages.Add(p);
            }
        }

        return passages;
    }

    private Answer? FromByLine(Question question, IReadOnlyCollection<string>? within, Trace? trace)
    {
        // 市委书记, 市长: nobody's byline here says that unless a byline does.
        var scope = _scope.Of(question, within);
        List<(Article, string, TextSpan, TextSpan)> lines = [];
        foreach (var article in snapshot.Articles.Where(a => a.Kind == ArticleKind.Interview && scope?.Contains(a.Id) != false))
        {
            if (question.ForeignPlace is { } place && article.City?.Contains(place, StringComparison.Ordinal) != true) continue;
            if (question.Year is { } year && article.Year is { } y && year != y) continue;
            if (ByLineReader.Read(article, question) is { } line) lines.Add((article, line.Answer, line.Line, line.Words));
        }

        if (lines.Count == 0 || question.YearOffset != 0) return Refuse(trace, VerdictReason.NotInByLine);
        if (lines.Count > 1 && question.Departments.Count == 0 && question.People.Count == 0 && !question.Across) return WhichDepartment(question, [.. lines.Select(l => l.Item1.Department).OfType<string>()], trace);
        trace?.Verdict(VerdictReason.ByLine);
        return AnswerWriter.FromLine(question, lines);
    }

    private static Answer WhichOf(Question question, IReadOnlyList<Reading> choices, Trace? trace)
    {
        var articles = choices.Select(c => c.Evidence.Article).ToArray();
        string[] departments = [.. articles.Select(a => a.Department).OfType<string>().Distinct(StringComparer.Ordinal)];
        return departments.Length > 1
            ? WhichDepartment(question, departments, trace)
            : WhichCity(question, [.. articles.Select(a => a.City).OfType<string>().Distinct(StringComparer.Ordinal)], trace);
    }

    private static Answer WhichDepartment(Question question, IReadOnlyList<string> departments, Trace? trace)
    {
        trace?.Verdict(VerdictReason.SeveralDepartments, string.Join('、', departments.Distinct(StringComparer.Ordinal)));
        return Clarification.WhichDepartment(question, departments);
    }

    private static Answer WhichCity(Question question, IReadOnlyList<string> cities, Trace? trace)
    {
        trace?.Verdict(VerdictReason.SeveralCities, string.Join('、', cities));
        return Clarification.WhichCity(question, cities);
    }

    /// <summary>哪个部门: whoever's interview speaks of it, all of them where several are asked for.</summary>
    private Answer? WhichDepartments(Question question, Candidates candidates, IReadOnlyCollection<string>? within, Trace? trace)
    {
        var evidence = Fitting(question, candidates, within)
            .Where(e => e.Article.Department is not null)
            .GroupBy(e => e.Article.Department!, StringComparer.Ordinal)
            .Select(g => g.First())
            .Select(e => new Reading(e, Mentioned(question, e), 0.5 * e.Coverage + 0.5 * e.Here) { Said = e.Article.Department })
            .Select(r => Judge(question, r, trace))
            .OrderByDescending(r => r.Confidence)
            .ToArray();
        if (evidence.Length == 0) return Refuse(trace, VerdictReason.NoReading);
        if (evidence[0].Confidence < options.Threshold) return Refuse(trace, VerdictReason.BelowThreshold);
        var least = question.Across ? Math.Max(options.Threshold, 0.85 * evidence[0].Confidence) : evidence[0].Confidence - 0.02;
        var chosen = evidence.Where(e => e.Confidence >= least).ToArray();
        return Written(trace, AnswerWriter.Answered(question, [.. chosen.Select(c => c.Reading)], string.Join('、', chosen.Select(c => c.Reading.Said)), chosen[0].Confidence));
    }

    /// <summary>各部门分别…: the question put to each department in turn.</summary>
    private Answer? AcrossDepartments(Question question, Candidates all, IReadOnlyCollection<string>? within, Trace? trace)
    {
        List<Judged> found = [];
        foreach (var department in catalog.Departments.Departments)
        {
            if (question.Departments.Count > 0 && !question.Departments.Contains(department.Name)) continue;
            var one = question with { Departments = [department.Name] };
            if (Surest(Judge(one, EvidenceFor(one, CandidatesOf(one, all, within, trace), within, trace), trace)) is { } best && best.Confidence >= options.Threshold * AcrossLeniency) found.Add(best);
        }

        return found.Count == 0 || found.Max(f => f.Confidence) < options.Threshold
            ? Refuse(trace, VerdictReason.BelowThreshold)
            : Written(trace, AnswerWriter.Answered(question, [.. found.Select(f => f.Reading)], null, found.Average(f => f.Confidence)));
    }

    /// <summary>Candidates of one department. Where it is small, all of it is looked at anyway, and the search over all departments has ordered it.</summary>
    private Candidates CandidatesOf(Question one, Candidates all, IReadOnlyCollection<string>? within, Trace? trace)
    {
        var scope = _scope.Of(one, within);
        if (scope is null || scope.Sum(id => PassagesIn(snapshot.OrdinalOf(id))) > SmallScope) return retriever.Search(one, scope, PassagesRead, trace?.Search);
        var articles = scope.Select(snapshot.OrdinalOf).ToHashSet();
        return new Candidates(
            [.. all.Articles.Where(a => articles.Contains(a.Ordinal))],
            [.. all.Passages.Where(p => articles.Contains(snapshot.OrdinalOf(snapshot.Passages[p.Ordinal].ArticleId)))]);
    }

    private int PassagesIn(int article) => article < 0 ? 0 : snapshot.FirstPassage[article + 1] - snapshot.FirstPassage[article];

    private static List<TextSpan> Mentioned(Question question, Evidence e)
    {
        foreach (var term in question.Focus.OrderByDescending(f => f.Weight))
        {
            var at = e.Folded.IndexOf(term.Text, StringComparison.Ordinal);
            if (at >= 0) return [new TextSpan(at, at + term.Text.Length)];
        }

        return [new TextSpan(0, e.Folded.Length)];
    }

    private Answer Refused(Question question) => new()
    {
        Question = question.Text,
        Status = AnswerStatus.NotFound,
        Text = Refusal.Explain(question, catalog, statistics),
    };
}
