using PolicyQa.Analysis;
using PolicyQa.Answering;
using PolicyQa.Questions;

namespace PolicyQa.Commitments;

/// <summary>Answers questions about many promises at once (lists, counts, totals, who has most) from the ledger, exactly. Thread-safe.</summary>
internal sealed class LedgerAnswers(Catalog catalog, Lazy<Ledger> ledger, Func<LedgerStatuses> statuses)
{
    private readonly LedgerMatch _match = new(catalog.Lexicon);

    /// <summary>The answer, a refusal that says what the ledger holds instead, or null where the question is none for the ledger.</summary>
    public Answer? Answer(Question question, IReadOnlyCollection<string>? within)
    {
        if (LedgerQuestion.WordsOf(question) is { } words) return One(question, words);
        if (!catalog.HasDepartments || question.UnknownDepartment is not null || question.ForeignPlace is not null || question.Fact != ByLineFact.None) return null;
        var year = question.Year ?? (catalog.Years.Count > 0 ? catalog.Years[^1] + question.YearOffset : null);
        if (LedgerQuestion.Of(question, year, () => catalog.Departments.Mentions(question.Resolved).Select(m => m.Span)) is not { } asked) return null;
        var scope = LedgerScope.Of(question, ledger.Value.Items, within);
        // One name in two cities: the walk asks which.
        if (scope.Count == 0 || (question.Departments.Count > 0 && scope.Select(c => c.City).Distinct(StringComparer.Ordinal).Count() > 1)) return null;
        var rows = asked.When is { } when ? LedgerScope.Due(scope, when) : scope;
        if (asked.Kind is { } kind) rows = rows.FindAll(c => kind == CommitmentKind.Deadline ? c.Deadline is not null : c.Kind == kind);
        return asked.Ask switch
        {
            LedgerAsk.List => rows.Count == 0 ? Nothing(question, asked, scope) : List(question, rows),
            LedgerAsk.Count => rows.Count == 0 ? Nothing(question, asked, scope) : Count(question, asked, rows),
            LedgerAsk.MostRows => rows.Count == 0 ? null : MostRows(question, asked, rows),
            LedgerAsk.WhoLacks => WhoLacks(question, asked, scope, rows),
            LedgerAsk.Progress => ProgressAnswer.Of(question, asked, rows, statuses()),
            LedgerAsk.MostOf => MostOf(question, asked, rows),
            _ => Total(question, rows),
        };
    }

    private static Answer List(Question question, List<Commitment> rows)
    {
        var text = new LedgerText();
        text.Rows(rows);
        var said = question.Kind == QuestionKind.Department || AsksWhoToo(question)
            ? string.Join('、', rows.Select(r => LedgerText.NameOf(r, rows)).Distinct(StringComparer.Ordinal))
            : LedgerText.Short(rows);
        return text.Answered(question, said, rows, rows.Count > 1 ? $"共{rows.Count}项" : null);
    }

    /// <summary>The row of these words, whatever places and departments they name.</summary>
    private Answer? One(Question question, string words)
    {
        var meant = ledger.Value.Items.Where(r => CharacterFolding.Bare(r.Said) == words).ToList();
        if (meant.Exists(r => question.Departments.Contains(r.Department))) meant.RemoveAll(r => !question.Departments.Contains(r.Department));
        if (meant.Count == 0) return null;
        var answer = List(question, meant);
        var now = statuses();
        return meant is [var only] && now.Holding(only) is { } entry ? answer with { Note = AnswerNotes.Joined([.. answer.Note is { } note ? [note] : Array.Empty<string>(), ProgressAnswer.Said(entry)]) } : answer;
    }

    private static Answer Count(Question question, LedgerQuestion asked, List<Commitment> rows)
    {
        var text = new LedgerText();
        text.Line($"共{rows.Count}项{Named(asked)}。");
        text.Rows(rows);
        var each = rows.GroupBy(r => LedgerText.NameOf(r, rows), StringComparer.Ordinal).Select(g => $"{g.Key}{g.Count()}项");
        return text.Answered(question, asked.Each ? string.Join('、', each) : $"{rows.Count}项", rows, asked.Each ? $"共{rows.Count}项" : null);
    }

    private static Answer MostRows(Question question, LedgerQuestion asked, List<Commitment> rows)
    {
        var counts = rows.GroupBy(r => LedgerText.NameOf(r, rows), StringComparer.Ordinal).Select(g => (g.Key, Rows: g.ToArray())).OrderBy(g => asked.Least ? g.Rows.Length : -g.Rows.Length).ToArray();
        var first = counts.Where(c => c.Rows.Length == counts[0].Rows.Length).ToArray();
        var text = new LedgerText();
        text.Line($"各部门{Named(asked)}：{string.Join("、", counts.Select(c => $"{c.Key}{c.Rows.Length}项"))}。");
        var winning = first.SelectMany(f => f.Rows).ToArray();
        text.Rows(winning);
        return text.Answered(question, $"{string.Join('、', first.Select(f => f.Key))}，{first[0].Rows.Length}项", winning, null);
    }

    /// <summary>Departments of which no row is asked-for; what they did promise is the evidence.</summary>
    private static Answer? WhoLacks(Question question, LedgerQuestion asked, List<Commitment> scope, List<Commitment> rows)
    {
        var others = scope.FindAll(c => !rows.Exists(r => r.Department == c.Department && r.City == c.City));
        if (others.Count == 0) return null;
        var text = new LedgerText();
        var names = string.Join('、', others.Select(r => LedgerText.NameOf(r, scope)).Distinct(StringComparer.Ordinal));
        text.Line($"{names}的{others.Count}项承诺里没有{Named(asked)}。");
        text.Rows(others);
        return text.Answered(question, names, others, null);
    }

    private Answer? MostOf(Question question, LedgerQuestion asked, List<Commitment> rows)
    {
        var parts = _match.Find(question, rows);
        if (parts.Select(p => p.Row.Department).Distinct(StringComparer.Ordinal).Count() < 2) return null;
        if (parts.Select(p => UnitFit.ClassOf(p.Quantity.Unit) ?? p.Quantity.Unit).Distinct(StringComparer.Ordinal).Count() > 1) return null;
        var ordered = parts.OrderBy(p => asked.Least ? p.Quantity.Value : -p.Quantity.Value).ToArray();
        var text = new LedgerText();
        text.Rows([.. ordered.Select(p => p.Row)]);
        var open = ordered[1..].FirstOrDefault(p => p.Quantity.Bound == Bound.AtLeast);
        return text.Answered(question, $"{ordered[0].Row.Department}，{ordered[0].Quantity.Text}", [.. parts.Select(p => p.Row)], open.Row is null || asked.Least ? null : $"“{open.Quantity.Text}”只是下限，实际可能更多");
    }

    private Answer? Total(Question question, List<Commitment> rows)
    {
        var parts = _match.Find(question, rows);
        if (parts.Count < 2) return null;
        Commitment[] counted = [.. parts.Select(p => p.Row)];
        var text = new LedgerText();
        var (total, whyNot) = LedgerSum.Of(parts, question.Asked);
        text.Line(total is not null ? $"合计{total}：{string.Join("＋", parts.Select(p => p.Quantity.Text))}。" : whyNot + "。");
        text.Rows(counted);
        var said = total ?? string.Join("；", parts.Select(p => $"{LedgerText.NameOf(p.Row, counted)}{p.Quantity.Text}（{p.Row.Object}）"));
        return text.Answered(question, said, counted, total is null ? whyNot : "合计由各项相加得出");
    }

    private static Answer Nothing(Question question, LedgerQuestion asked, List<Commitment> scope)
    {
        var departments = string.Join('、', scope.Select(r => LedgerText.NameOf(r, scope)).Distinct(StringComparer.Ordinal));
        return new Answer
        {
            Question = question.Text,
            Status = AnswerStatus.NotFound,
            Text = $"没有找到。{departments}的访谈里共有{scope.Count}项承诺，其中没有{(asked.When is { } when ? $"要在“{when.Text}”完成的" : "")}{Named(asked)}。",
        };
    }

    private static bool AsksWhoToo(Question question) => question.Across && question.Resolved.Contains("哪些部门", StringComparison.Ordinal);

    private static string Named(LedgerQuestion asked) => asked.Kind switch
    {
        CommitmentKind.Measurable => "可量化的承诺",
        CommitmentKind.Deadline => "有完成时限的承诺",
        _ => "承诺",
    };
}
