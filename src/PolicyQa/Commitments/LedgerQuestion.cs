using System.Text.RegularExpressions;
using PolicyQa.Analysis;
using PolicyQa.Corpus;
using PolicyQa.Questions;

namespace PolicyQa.Commitments;

/// <summary>A question that the ledger answers: about many promises at once rather than about one thing.</summary>
/// <param name="Ask">What is wanted.</param>
/// <param name="Kind">Only promises of this kind; null for all.</param>
/// <param name="When">Only those due then; null for any time.</param>
/// <param name="Least">最少 instead of 最多.</param>
/// <param name="Each">Department by department.</param>
internal sealed partial record LedgerQuestion(LedgerAsk Ask, CommitmentKind? Kind, Deadline? When, bool Least, bool Each = false)
{
    /// <summary>Of a question about progress: those it asks for; null for how things stand altogether.</summary>
    public CommitmentStatus? Status { get; init; }

    /// <summary>Null where the question is none for the ledger.</summary>
    /// <param name="question">The question understood.</param>
    /// <param name="year">The year that 年底前 falls in.</param>
    /// <param name="named">Where it names departments; looked up only for what may be a question of the ledger.</param>
    public static LedgerQuestion? Of(Question question, int? year, Func<IEnumerable<TextSpan>> named)
    {
        var text = question.Resolved;
        if (question.IsInstruction) return null;
        if (OfProgress(text, question, year, named) is { } progress) return progress;
        // What else asks how something went asks the pages.
        if (Progress().IsMatch(text)) return null;
        var most = Superlative().Match(text);
        var times = DeadlineFinder.Find(text, text, year).ToArray();
        if (Promises().Match(text) is { Success: true } promises)
        {
            CommitmentKind? kind = Figures().IsMatch(promises.Value) ? CommitmentKind.Measurable : null;
            var timed = Timed().IsMatch(text);
            var when = times.Length > 0 ? times[0].Deadline : null;
            var rest = Rest(text, question, [.. named(), .. times.Select(t => t.Span)]);
            // 科技局承诺的“科技突围”工程是什么 asks about one thing.
            if (rest.Length > MostWordsLeft) return null;
            if (most.Success) return new LedgerQuestion(LedgerAsk.MostRows, kind, when, most.Value.Contains('少', StringComparison.Ordinal));
            if (HowMany().IsMatch(text)) return new LedgerQuestion(LedgerAsk.Count, timed ? CommitmentKind.Deadline : kind, when, false, question.Across || question.Departments.Count > 1);
            if (question.Kind == QuestionKind.Department && None().IsMatch(text)) return new LedgerQuestion(LedgerAsk.WhoLacks, timed ? CommitmentKind.Deadline : kind, when, false);
            return question.Kind is QuestionKind.List or QuestionKind.Manner or QuestionKind.Department or QuestionKind.Term or QuestionKind.Topic or QuestionKind.Description or QuestionKind.Definition
                ? new LedgerQuestion(LedgerAsk.List, timed ? CommitmentKind.Deadline : kind, when, false)
                : null;
        }

        if (times.Length > 0 && question.Kind is QuestionKind.List or QuestionKind.Manner or QuestionKind.Department or QuestionKind.Term && Rest(text, question, [.. named(), .. times.Select(t => t.Span)]).Length <= 1)
            return new LedgerQuestion(LedgerAsk.List, null, times[0].Deadline, false);
        if (most.Success && question.Kind == QuestionKind.Department && !Adjective().IsMatch(text)) return new LedgerQuestion(LedgerAsk.MostOf, CommitmentKind.Measurable, null, most.Value.Contains('少', StringComparison.Ordinal));
        return question.Kind == QuestionKind.Quantity && question.Departments.Count != 1 && Altogether().IsMatch(text) ? new LedgerQuestion(LedgerAsk.Total, CommitmentKind.Measurable, null, false) : null;
    }

    /// <summary>The question that a row offers about itself, and that the ledger answers.</summary>
    public static string About(Commitment row) => $"{row.Department}关于“{row.Said}”的承诺是什么？";

    /// <summary>The words of the one row that a question like <see cref="About"/> is about, as <see cref="CharacterFolding.Bare"/> has them; null for other questions.</summary>
    public static string? WordsOf(Question question) => Quoted().Match(question.Resolved) is { Success: true } quoted ? CharacterFolding.Bare(quoted.Groups[1].Value) : null;

    private const int MostWordsLeft = 2;

    /// <summary>哪些任务已完成, 承诺的进展如何: about promises as such. 教师招聘完成了吗 is about one thing, and 去年完成了哪些任务 about what the page tells.</summary>
    private static LedgerQuestion? OfProgress(string text, Question question, int? year, Func<IEnumerable<TextSpan>> named)
    {
        if (!Subject().IsMatch(text) || question.Year is { } asked && asked != year) return null;
        foreach (var (status, words) in Standings)
        {
            var said = words.Match(text);
            if (!said.Success) continue;
            if (Rest(text, question, [.. named(), new TextSpan(said.Index, said.Index + said.Length)]).Length > MostWordsLeft) return null;
            return new LedgerQuestion(LedgerAsk.Progress, null, null, false) { Status = status };
        }

        return null;
    }

    /// <summary>What is not done is no status: such a question is told how things stand.</summary>
    private static readonly (CommitmentStatus? Status, Regex Words)[] Standings =
    [
        (null, Undone()), (CommitmentStatus.NotDue, NotDue()), (CommitmentStatus.Pending, Unjudged()), (CommitmentStatus.OnTrack, OnTrack()), (CommitmentStatus.Behind, Behind()),
        (CommitmentStatus.Done, Done()), (CommitmentStatus.Adjusted, Adjusted()), (null, Standing()),
    ];

    [GeneratedRegex("承诺(?!书|制)|任务|目标|事项|台账|工作")]
    private static partial Regex Subject();

    [GeneratedRegex("(?:还|尚)?(?:没有?|未)(?:能|按时|按期|如期)?(?:完成|兑现|落实|做到|办结)")]
    private static partial Regex Undone();

    [GeneratedRegex("(?:还|尚)?(?:没有?|未)到期(?:限)?")]
    private static partial Regex NotDue();

    [GeneratedRegex("待评估|(?:还|尚)?(?:没有?|未)(?:被|经过)?评估")]
    private static partial Regex Unjudged();

    [GeneratedRegex("进展(?:正常|顺利|良好)|(?:推进|进行)(?:正常|顺利)|按(?:计划|进度)(?:推进|进行)")]
    private static partial Regex OnTrack();

    [GeneratedRegex("滞后|落后于?(?:计划|进度)?|进度(?:偏?慢|落后)|进展(?:偏?慢|缓慢)|拖延")]
    private static partial Regex Behind();

    [GeneratedRegex("已经?(?:按时|按期|如期|全部|都)?(?:完成|兑现|落实|做到|办结)了?|(?:完成|兑现|落实|做到|办结)了?(?:吗|没有?|(?=$|[?。]))|(?:是否|有没有)(?:已经?|按时|按期)?(?:完成|兑现|落实)|(?:完成|兑现|落实)的(?=承诺|任务|目标|事项)")]
    private static partial Regex Done();

    [GeneratedRegex("(?:做|作|进行|有|被)?(?:了|过)?调整(?:了|过)?的?(?=$|[?。吗]|承诺|任务|目标|事项)")]
    private static partial Regex Adjusted();

    [GeneratedRegex("(?:总体|目前|现在|当前|最新)?的?(?:进展|进度|完成率|(?:完成|落实|兑现|执行|推进)(?:的?情况|得)|状态)(?:情况|状况)?(?:如何|怎么样|怎样|好不好)?了?|怎么样了|到哪一?步了")]
    private static partial Regex Standing();

    /// <summary>What the question says beside its pattern words, its departments and its time.</summary>
    private static string Rest(string text, Question question, IReadOnlyList<TextSpan> understood)
    {
        var kept = new System.Text.StringBuilder(text);
        foreach (var span in understood)
        {
            for (var i = span.Start; i < span.End; i++) kept[i] = ' ';
        }

        var rest = kept.ToString();
        foreach (var name in question.People) rest = rest.Replace(name, " ", StringComparison.Ordinal);
        if (question.City is { } city) rest = rest.Replace(city, " ", StringComparison.Ordinal);
        rest = PatternWords().Replace(Promises().Replace(YearWords().Replace(rest, ""), ""), "");
        return string.Concat(rest.Where(char.IsLetterOrDigit));
    }

    [GeneratedRegex("(?:可以?|能够?)?(?:被)?(?:量化|定量|计量)的?(?:目标|指标|任务|承诺|工作|举措|措施|要求|内容|事项)*|硬(?:目标|指标|任务|杠杠)|(?:带|有|含)(?:明确|具体)?的?(?:数字|数量|数据|指标)(?:要求)?的?(?:目标|指标|任务|承诺|工作|举措|事项)|(?:数字|数量|具体|明确)的?(?:化)?(?:目标|指标)|承诺(?!书|制)(?:事项|任务|清单|的?事情?)?|台账|(?:有|带|含|设|定|写明|注明|说明|限定|给出|规定|明确)了?(?:明确|具体|规定)?的?(?:完成)?(?:时限|期限|时间节点|截止时间|时间表|时间要求|截止日期|完成时间)(?:要求)?的?(?:目标|任务|承诺|工作|事项)?")]
    private static partial Regex Promises();

    [GeneratedRegex("量|硬|数字|数据|指标|具体|明确的?目标")]
    private static partial Regex Figures();

    [GeneratedRegex("时限|期限|完成时间|时间节点|截止|时间表|时间要求")]
    private static partial Regex Timed();

    [GeneratedRegex("最[多少](?!要|能|可|不|得|需|应)|(?:谁|哪个|哪家|哪一个)(?:部门|单位|局)?[^,?。]{0,14}?[更要]?[多少](?:一?些|一点)?(?=$|[?。])")]
    private static partial Regex Superlative();

    /// <summary>最多 of how large something is, which no unit compares.</summary>
    [GeneratedRegex("最多(?:要|能|可)")]
    private static partial Regex Adjective();

    [GeneratedRegex("(?:多少|(?<!哪)几)(?:项|条|个(?!部门|局|单位)|件|份|可|能|有|带|量化|硬|承诺|任务|工作|目标|指标|具体|明确|事)|(?:总数|数目|数量)(?:是|有)?(?:多少|$)")]
    private static partial Regex HowMany();

    [GeneratedRegex("一共|总共|合计|共计|总计|总的|加起来|加在一起|加一起|累计|共(?=要|将|计划|需|新建|建设|引进|打造)|总量")]
    private static partial Regex Altogether();

    [GeneratedRegex("关于“(.{2,400})”的承诺")]
    private static partial Regex Quoted();

    [GeneratedRegex("没有|没提|无(?!障碍)|缺")]
    private static partial Regex None();

    [GeneratedRegex("进展|完成情况|落实情况|落实得|完成得|兑现[了得]|(?:已经?|是否|有没有|全都?)(?:完成|兑现|落实|做到)|完成了|没完成|未完成|超额|怎么兑现")]
    private static partial Regex Progress();

    [GeneratedRegex(@"今年度?|本年度?|20\d\d年度?|全年|去年|明年")]
    private static partial Regex YearWords();

    [GeneratedRegex("哪些|哪几|哪个|哪|什么|啥|多少|几|分别|各自|各个?|所有|全部|全市|我市|一共|总共|合计|共计|总计|共|最多|最少|有|要|需要?|必须|应该?|得|会|将|计划|打算|准备|做出?|作出?|提出|定|完成|做完|办完|达标|到位|落实|兑现|实现|部门|单位|委办局|局|委|任务|工作|事项|事情|事|项目|目标|指标|承诺|安排|部署|内容|清单|情况|措施|举措|方面|数量|总数|个|项|条|件|份|请|列出|列举|列一下|帮我|告诉我|查|看看|一下|都|的|了|是|在|由|里|于|为|和|与|及|以及|吗|呢|谁|时间|时候|之内|时限|期限|给出|说|向|群众|市民|社会|公开|部|些|能|可以|中|对|今")]
    private static partial Regex PatternWords();
}
