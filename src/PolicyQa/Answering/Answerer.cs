using PolicyQa.Analysis;
using PolicyQa.Corpus;
using PolicyQa.Indexing;
using PolicyQa.Questions;
using PolicyQa.Retrieval;

namespace PolicyQa.Answering;

/// <summary>From a question understood to an answer with its evidence, or an honest refusal. Thread-safe.</summary>
internal sealed partial class Answerer(IndexSnapshot snapshot, Catalog catalog, Retriever retriever, ITermStatistics statistics, WordCutter cutter, EngineOptions options)
{
    /// <summary>Passages looked at closely.</summary>
    private const int PassagesRead = 30;

    /// <summary>Sentences that readers look at.</summary>
    private const int SentencesRead = 60;

    /// <summary>A department's own passages are all looked at where there are no more than this.</summary>
    private const int SmallScope = 120;

    /// <summary>In a list over departments, an item may be this much less sure than a lone answer.</summary>
    private const double AcrossLeniency = 0.85;

    private readonly AnswerScope _scope = new(snapshot, catalog);
    private readonly EvidenceGate _gate = new(statistics);
    private readonly TermReader _terms = new(new NounPhrase(cutter), new ListReader(cutter));
    private readonly ListReader _lists = new(cutter);

    public Answer Answer(Question question, IReadOnlyCollection<string>? within, int top)
    {
        var candidates = retriever.Search(question, _scope.Of(question, within), Math.Max(top, PassagesRead));
        var ranked = candidates.Articles.Take(top).Select(a => snapshot.Articles[a.Ordinal].Id).ToArray();
        return (Find(question, within, candidates) ?? Refused(question)) with { Ranked = ranked };
    }

    private Answer? Find(Question question, IReadOnlyCollection<string>? within, Candidates candidates)
    {
        if (question.IsInstruction || (catalog.HasDepartments && question.UnknownDepartment is not null)) return null;
        if (_scope.OpenCities(question) is { Count: > 1 } cities) return WhichCity(question, cities);
        if (question.Fact != ByLineFact.None) return FromByLine(question, within);
        if (question.Focus.Count == 0 && question.Departments.Count == 0) return null;
        // 石卫国是哪里人: nothing is asked but the person, and no byline says it.
        if (question.People.Count > 0 && question.Focus.All(f => f.FromHistory || f.Text.Length < 2 || question.People.Any(p => p.Contains(f.Text, StringComparison.Ordinal)))) return null;
        if (question.Kind == QuestionKind.Department) return WhichDepartments(question, candidates, within);
        if (question.Departments.Count > 1 || (question.Across && catalog.Departments.Departments.Count > 1)) return AcrossDepartments(question, within);
        if (Best(question, candidates, within) is not { } best) return null;
        var seen = catalog.HasDepartments ? [] : best.Seen();
        var confidence = catalog.HasDepartments ? best.Confidence : LearntGate.Shipped.Judge(seen);
        if (confidence < options.Threshold) return null;
        return AnswerWriter.Answered(question, [best.Reading], Said(question, best.Reading), confidence) is { } answer ? answer with { Seen = seen } : null;
    }

    private (Reading Reading, double Confidence, Func<double[]> Seen)? Best(Question question, Candidates candidates, IReadOnlyCollection<string>? within)
    {
        var evidence = Evidence(question, candidates, within);
        var best = ByRule(question, evidence);
        if (!catalog.HasDepartments && Environment.GetEnvironmentVariable("RULED") is null && LearntReader.Read(question, evidence, best?.Reading) is [var learnt, ..])
        {
            var judged = best?.Confidence ?? 0;
            return (learnt.Reading with { Confidence = judged }, judged, () => GateFeatures.Of(question, learnt.Reading with { Confidence = judged }, judged, evidence, statistics, learnt, best?.Reading));
        }

        return best is { } b ? (b.Reading, b.Confidence, () => GateFeatures.Of(question, b.Reading, b.Confidence, evidence, statistics, null, b.Reading)) : null;
    }

    private List<Evidence> Evidence(Question question, Candidates candidates, IReadOnlyCollection<string>? within) =>
        [.. new EvidenceFinder(snapshot).Find(question, Passages(question, candidates, within))
            .Where(e => EvidenceGate.FitsYear(question, e) && EvidenceGate.FitsPlace(question, e))
            .Take(SentencesRead)];

    private (Reading Reading, double Confidence)? ByRule(Question question, List<Evidence> evidence)
    {
        (Reading Reading, double Confidence)? best = null;
        foreach (var reading in Read(question, evidence))
        {
            var confidence = _gate.Judge(question, reading);
            if (best is null || confidence > best.Value.Confidence) best = (reading, confidence);
        }

        return best;
    }

    /// <summary>For training: all spans that the learnt reader weighs for this question, best first.</summary>
    internal IReadOnlyList<LearntReading> Spans(Question question)
    {
        var candidates = retriever.Search(question, null, PassagesRead);
        var evidence = Evidence(question, candidates, null);
        return LearntReader.Read(question, evidence, ByRule(question, evidence)?.Reading);
    }

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

    private Answer? FromByLine(Question question, IReadOnlyCollection<string>? within)
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

        if (lines.Count == 0 || question.YearOffset != 0) return null;
        if (lines.Count > 1 && question.Departments.Count == 0 && question.People.Count == 0 && !question.Across) return Clarify(question, lines);
        return AnswerWriter.FromLine(question, lines);
    }

    private static Answer Clarify(Question question, List<(Article Article, string, TextSpan, TextSpan)> lines) => new()
    {
        Question = question.Text,
        Status = AnswerStatus.Clarify,
        Text = $"您问的是哪个部门？可选：{string.Join("、", lines.Select(l => l.Article.Department).Distinct(StringComparer.Ordinal))}。",
        Confidence = 0.5,
        Suggestions = [.. lines.Select(l => l.Article.Department + question.Text).Distinct(StringComparer.Ordinal).Take(6)],
    };

    private static Answer WhichCity(Question question, IReadOnlyList<string> cities) => new()
    {
        Question = question.Text,
        Status = AnswerStatus.Clarify,
        Text = $"您问的是哪个城市？可选：{string.Join("、", cities)}。",
        Confidence = 0.5,
        Suggestions = [.. cities.Select(c => c + (question.Text.StartsWith('市') ? question.Text[1..] : question.Text)).Take(6)],
    };

    /// <summary>哪个部门: whoever's interview speaks of it, all of them where several are asked for.</summary>
    private Answer? WhichDepartments(Question question, Candidates candidates, IReadOnlyCollection<string>? within)
    {
        var evidence = new EvidenceFinder(snapshot).Find(question, Passages(question, candidates, within))
            .Where(e => e.Article.Department is not null && EvidenceGate.FitsYear(question, e) && EvidenceGate.FitsPlace(question, e))
            .GroupBy(e => e.Article.Department!, StringComparer.Ordinal)
            .Select(g => g.First())
            .Select(e => new Reading(e, Mentioned(question, e), 0.5 * e.Coverage + 0.5 * e.Here) { Said = e.Article.Department })
            .Select(r => (Reading: r, Confidence: _gate.Judge(question, r)))
            .OrderByDescending(r => r.Confidence)
            .ToArray();
        if (evidence.Length == 0 || evidence[0].Confidence < options.Threshold) return null;
        var least = question.Across ? Math.Max(options.Threshold, 0.85 * evidence[0].Confidence) : evidence[0].Confidence - 0.02;
        var chosen = evidence.Where(e => e.Confidence >= least).ToArray();
        return AnswerWriter.Answered(question, [.. chosen.Select(c => c.Reading)], string.Join('、', chosen.Select(c => c.Reading.Said)), chosen[0].Confidence);
    }

    /// <summary>各部门分别…: the question put to each department in turn.</summary>
    private Answer? AcrossDepartments(Question question, IReadOnlyCollection<string>? within)
    {
        List<(Reading Reading, double Confidence)> found = [];
        foreach (var department in catalog.Departments.Departments)
        {
            if (question.Departments.Count > 0 && !question.Departments.Contains(department.Name)) continue;
            var one = question with { Departments = [department.Name] };
            var candidates = retriever.Search(one, _scope.Of(one, within), PassagesRead);
            if (Best(one, candidates, within) is { } best && best.Confidence >= options.Threshold * AcrossLeniency) found.Add((best.Reading, best.Confidence));
        }

        return found.Count == 0 || found.Max(f => f.Confidence) < options.Threshold
            ? null
            : AnswerWriter.Answered(question, [.. found.Select(f => f.Reading)], null, found.Average(f => f.Confidence));
    }

    private static List<TextSpan> Mentioned(Question question, Evidence e)
    {
        foreach (var term in question.Focus.OrderByDescending(f => f.Weight))
        {
            var at = e.Folded.IndexOf(term.Text, StringComparison.Ordinal);
            if (at >= 0) return [new TextSpan(at, at + term.Text.Length)];
        }

        return [new TextSpan(0, e.Folded.Length)];
    }

    /// <summary>What is said in other words than the source's.</summary>
    private static string? Said(Question question, Reading reading) => question.Kind switch
    {
        QuestionKind.YesNo => Assents(question, reading) ? Assent(question.Resolved) : null,
        QuestionKind.Person when reading.Evidence.Article.Speaker is { } speaker => speaker,
        _ => null,
    };

    /// <summary>Only a sentence that says all of it, and does not deny it, is a yes; else its own words are the answer.</summary>
    private static bool Assents(Question question, Reading reading) =>
        question.Focus.Where(f => !f.FromHistory).All(f => TermMatch.Degree(f, reading.Evidence.Folded) >= (f.Text.Length == 1 ? 0.9 : 0.5))
        && !Denial().IsMatch(reading.Evidence.Folded) && !Denial().IsMatch(question.Resolved.Replace("不不", "").Replace("有没有", "", StringComparison.Ordinal));

    [System.Text.RegularExpressions.GeneratedRegex("不(?!断|仅|但|少于|低于|同|折不扣|忘|懈)|保持|暂停|取消|停止|未(?!来|成年|央)|免(?!疫)|禁止|没有|无(?!障碍|缝|人机|废)")]
    private static partial System.Text.RegularExpressions.Regex Denial();

    /// <summary>会…吗 is answered 会, 有没有 有.</summary>
    private static string Assent(string asked) =>
        asked.Contains("有没有", StringComparison.Ordinal) || asked.Contains("有无", StringComparison.Ordinal) ? "有"
        : asked.Contains('会') && !asked.Contains("大会", StringComparison.Ordinal) && !asked.Contains("社会", StringComparison.Ordinal) ? "会"
        : asked.Contains("能", StringComparison.Ordinal) && (asked.Contains("能不能", StringComparison.Ordinal) || asked.Contains("能否", StringComparison.Ordinal)) ? "能"
        : "是";

    private Answer Refused(Question question) => new()
    {
        Question = question.Text,
        Status = AnswerStatus.NotFound,
        Text = Refusal.Explain(question, catalog, statistics),
    };
}
