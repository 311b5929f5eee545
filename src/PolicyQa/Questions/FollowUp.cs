using System.Text.RegularExpressions;
using PolicyQa.Analysis;

namespace PolicyQa.Questions;

/// <summary>Fills in what a follow-up leaves out (那科技局呢, 他们什么时候上岗) from the question before it.</summary>
internal sealed partial class FollowUp(Catalog catalog)
{
    /// <summary>The follow-up made whole, or <paramref name="current"/> itself where it stands alone.</summary>
    /// <param name="current">The new question, understood on its own.</param>
    /// <param name="previous">The question before it, already made whole.</param>
    /// <param name="parse">Understands a folded, rewritten question.</param>
    public Question Resolve(Question current, Question previous, Func<string, Question> parse)
    {
        var folded = current.Resolved;
        var short_ = Opening().Replace(Closing().Replace(folded, ""), "");
        var own = current.Focus.Where(f => !StopWords.SayLittle(f.Text)).ToArray();
        var isElliptic = Opening().IsMatch(folded) || Closing().IsMatch(folded) || Pronoun().IsMatch(folded);
        var asksNothing = current.Kind == QuestionKind.Topic && current.Fact == ByLineFact.None;

        // 那科技局呢 · 工信局的呢 · 科技局: the same question about another department.
        if (current.Departments.Count + (current.UnknownDepartment is null ? 0 : 1) == 1 && own.Length == 0 && (asksNothing || (isElliptic && current.Kind == previous.Kind)))
            return parse(SwapDepartment(previous.Resolved, folded));

        // 那2023年呢 · 去年呢
        if (asksNothing && own.Length == 0 && YearExpressions.Find(folded) is { } year)
        {
            var said = folded[year.Span.Start..year.Span.End];
            return parse(YearExpressions.Find(previous.Resolved) is { } old
                ? previous.Resolved[..old.Span.Start] + said + previous.Resolved[old.Span.End..]
                : said + previous.Resolved);
        }

        // 那幼儿园呢: the same question about another thing.
        if (asksNothing && isElliptic && current.Focus.Count > 0 && current.Departments.Count == 0 && current.UnknownDepartment is null && short_.Length <= 10)
        {
            var rewritten = parse(string.Concat(previous.Departments.Select(CharacterFolding.Fold)) + short_.Trim('的') + previous.QuestionWord);
            var topic = previous.Focus.Where(f => rewritten.Focus.All(c => c.Text != f.Text)).Select(f => f with { FromHistory = true });
            return rewritten with { Year = previous.Year, YearOffset = previous.YearOffset, Focus = [.. rewritten.Focus, .. topic] };
        }

        // 他们什么时候上岗 · 什么时候完成: the same topic, another question.
        var bare = own.Length <= 1 && current.Departments.Count == 0 && current.UnknownDepartment is null && current.People.Count == 0 && folded.Length <= 14;
        if (!isElliptic && !(bare && !asksNothing)) return current;
        if (current.Departments.Count > 0 || current.UnknownDepartment is not null || current.Across) return current;
        var carried = previous.Focus.Where(f => current.Focus.All(c => c.Text != f.Text)).Select(f => f with { FromHistory = true });
        return current with
        {
            Departments = previous.Departments,
            UnknownDepartment = previous.UnknownDepartment,
            ForeignPlace = current.ForeignPlace ?? previous.ForeignPlace,
            Year = current.Year ?? (current.YearOffset == 0 && !current.ThisYear ? previous.Year : null),
            YearOffset = current.YearOffset == 0 && !current.ThisYear && current.Year is null ? previous.YearOffset : current.YearOffset,
            People = current.People.Count > 0 ? current.People : previous.People,
            Focus = [.. current.Focus, .. carried],
            SearchText = current.SearchText + " " + previous.SearchText,
            Resolved = string.Concat(previous.Departments.Take(1).Select(CharacterFolding.Fold)) + string.Concat(previous.Focus.Select(f => f.Text)) + Pronoun().Replace(folded, ""),
        };
    }

    private string SwapDepartment(string question, string with)
    {
        var said = catalog.Departments.Mentions(with)[0].Text;
        var old = catalog.Departments.Mentions(question);
        return old.Count == 0 ? said + question : question[..old[0].Span.Start] + said + question[old[0].Span.End..];
    }

    [GeneratedRegex(@"^(?:那么?|还有|另外|再问|再问一下|换成|至于|如果是|要是|然后)[,]?")]
    private static partial Regex Opening();

    [GeneratedRegex(@"(?:的)?(?:呢|又?怎么样呢?|又?如何呢?)[?!。]*$")]
    private static partial Regex Closing();

    [GeneratedRegex(@"他们|她们|它们|他|她|它|这些人|这些|那些|这个|该|其中|其(?!他|它|实)|上述|前者|后者|这(?:项|个|家|座|所|件|批|次)")]
    private static partial Regex Pronoun();
}
