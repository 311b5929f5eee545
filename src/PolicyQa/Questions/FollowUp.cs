using System.Text.RegularExpressions;
using PolicyQa.Analysis;

namespace PolicyQa.Questions;

/// <summary>Fills in what a follow-up leaves out (那科技局呢, 他们什么时候上岗) from the question before it.</summary>
internal sealed partial class FollowUp(Catalog catalog)
{
    /// <summary>A thing named in passing (那幼儿园呢) is no longer than this.</summary>
    private const int LongestThing = 14;

    /// <summary>The follow-up made whole, or <paramref name="current"/> itself where it stands alone.</summary>
    /// <param name="current">The new question, understood on its own.</param>
    /// <param name="previous">The question before it, already made whole.</param>
    /// <param name="parse">Understands a folded, rewritten question.</param>
    public Question Resolve(Question current, Question previous, Func<string, Question> parse)
    {
        var folded = current.Resolved;
        var short_ = Opening().Replace(Closing().Replace(folded, ""), "").TrimEnd('吧', '的', '?', '!', '。');
        var isElliptic = Opening().IsMatch(folded) || Closing().IsMatch(folded) || Pronoun().IsMatch(folded);
        // 回到教育局, 时间呢: what is asked shows once the words that tie it to the conversation are off. 那教育局的情况呢 asks nothing of its own.
        if (current.Kind == QuestionKind.Topic && current.Fact == ByLineFact.None && short_.Length > 0 && short_.Length < folded.Length && parse(short_) is { Kind: not QuestionKind.Description } core) current = core;
        var own = current.Focus.Where(f => !StopWords.SayLittle(f.Text)).ToArray();
        var asksNothing = current.Kind == QuestionKind.Topic && current.Fact == ByLineFact.None;

        // 那科技局呢 · 工信局的呢 · 科技局: the same question about another department.
        if (current.Departments.Count + (current.UnknownDepartment is null ? 0 : 1) == 1 && own.Length == 0 && !NamesAThing(current) && (asksNothing || (isElliptic && current.Kind == previous.Kind)))
            return parse(SwapDepartment(previous.Resolved, folded));

        // 那2023年呢 · 去年呢
        if (asksNothing && own.Length == 0 && YearExpressions.Find(folded) is { } year)
        {
            var said = folded[year.Span.Start..year.Span.End];
            return parse(YearExpressions.Find(previous.Resolved) is { } old
                ? previous.Resolved[..old.Span.Start] + said + previous.Resolved[old.Span.End..]
                : said + previous.Resolved);
        }

        // 甲州市, the answer to 您问的是哪个城市
        if (asksNothing && own.Length == 0 && current.City is { } city && current.Departments.Count == 0) return parse(SwapCity(previous, city));

        // 那幼儿园呢, 那民政局的床位呢: the same question about another thing.
        if (asksNothing && isElliptic && current.Focus.Count > 0 && current.Departments.Count <= 1 && current.UnknownDepartment is null && short_.Length <= LongestThing)
        {
            var owner = current.Departments.Count > 0 ? "" : string.Concat(previous.Departments.Select(CharacterFolding.Fold));
            var rewritten = parse(owner + short_.Trim('的') + AskedOfAnything(previous));
            // 民办的呢 after 公办: what rules the new words out is no longer meant.
            var topic = current.Departments.Count > 0 ? [] : previous.Focus
                .Where(f => rewritten.Focus.All(c => c.Text != f.Text) && !previous.Qualifiers.Any(q => f.Text.Contains(q.Text, StringComparison.Ordinal) && rewritten.Qualifiers.Any(r => r.Group == q.Group)))
                .Select(f => f with { FromHistory = true });
            return rewritten with { Year = previous.Year, YearOffset = previous.YearOffset, Focus = [.. rewritten.Focus, .. topic] };
        }

        // 他们什么时候上岗 · 什么时候完成: the same topic, another question.
        var bare = own.Length <= 1 && current.Departments.Count == 0 && current.UnknownDepartment is null && current.People.Count == 0 && folded.Length <= 14;
        if (!isElliptic && !(bare && !asksNothing)) return current;
        if (current.Departments.Count > 0 || current.UnknownDepartment is not null || current.Across) return current;
        // 时间呢 has no words of its own: then the earlier ones are all there is to look for.
        var carried = previous.Focus.Where(f => current.Focus.All(c => c.Text != f.Text)).Select(f => f with { FromHistory = current.Focus.Count > 0 });
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
            Resolved = string.Concat(previous.Departments.Take(1).Select(CharacterFolding.Fold)) + string.Concat(previous.Focus.Select(f => f.Text)) + Pronoun().Replace(current.Resolved, ""),
        };
    }

    /// <summary>The question word without the measure word of the thing asked about before: 几所 does not count beds.</summary>
    private static string AskedOfAnything(Question previous) =>
        previous is { Kind: QuestionKind.Quantity, Unit: { Length: > 0 } unit } && previous.QuestionWord.EndsWith(unit, StringComparison.Ordinal) && previous.QuestionWord.Length > unit.Length && !unit.Contains('元') && unit is not "%"
            ? previous.QuestionWord[..^unit.Length]
            : previous.QuestionWord;

    private static string SwapCity(Question previous, string city)
    {
        var question = previous.Resolved;
        if (previous.City is { } old) return question.Replace(old, city, StringComparison.Ordinal);
        return city + (question.StartsWith('市') ? "" : "市") + question;
    }

    /// <summary>那工信局的项目呢 is about projects; 那工信局的情况呢 asks the same as before.</summary>
    private static bool NamesAThing(Question current) => current.Focus.Any(f => f.Text is "项目" or "行动" or "目标" or "规模" or "任务" or "举措" or "措施" or "政策");

    private string SwapDepartment(string question, string with)
    {
        var said = catalog.Departments.Mentions(with)[0].Text;
        var old = catalog.Departments.Mentions(question);
        return old.Count == 0 ? said + question : question[..old[0].Span.Start] + said + question[old[0].Span.End..];
    }

    private const string Linking = "那(?!达慕|曲|坡|些|个|边|里)么?|还有|另外|再问一下|再问|换成|换回|至于|如果是|要是|然后|好的|我?(?:想问|要问|问|说|指)的?是";

    /// <summary>回到教育局, 再说说教育局吧: turning to somebody, so only before a department or a short thing.</summary>
    private const string Turning = "(?:再|还是|先)?(?:说回|看回|回到|回|说说|看看|来看看?|说|看|问问?)(?=[\\u4e00-\\u9fff]{1,10}(?:局|委|办|厅|会|呢|吧)(?:的?呢|吧)?[?!。]*$)";

    [GeneratedRegex($"^(?:(?:{Linking})[,]?(?:{Turning})?|{Turning})[,]?")]
    private static partial Regex Opening();

    [GeneratedRegex(@"(?:的)?(?:呢|又?怎么样呢?|又?如何呢?)[?!。]*$")]
    private static partial Regex Closing();

    [GeneratedRegex(@"他们|她们|它们|他|她|它|这些人|这些|那些|这个|该|其中|其(?!他|它|实)|上述|前者|后者|这(?:项|个|家|座|所|件|批|次)")]
    private static partial Regex Pronoun();
}
