using System.Text.RegularExpressions;
using PolicyQa.Corpus;

namespace PolicyQa.Commitments;

/// <summary>
/// Finds the verb of a piece of folded text: at its head (adverbs, subjects like 市教育局将 and times do not count), after
/// 对…, 与…, 在…, after another subject where an adverb or a figure shows that the verb is no noun, or at its end (年底前达标).
/// </summary>
internal static partial class PredicateFinder
{
    /// <summary>The predicate, or null where the piece promises nothing.</summary>
    /// <param name="text">The folded sentence.</param>
    /// <param name="piece">The piece of it.</param>
    /// <param name="quantities">Figures of the sentence.</param>
    /// <param name="times">Times of the sentence.</param>
    public static Predicate? Find(string text, TextSpan piece, IReadOnlyList<FoundQuantity> quantities, IReadOnlyList<TextSpan> times)
    {
        var (head, adverb) = Head(text, piece, times);
        if (AtHead(text, head, piece.End) is { } deed) return deed;
        if (adverb >= 0 && AtHead(text, adverb, piece.End) is { } alone && head > adverb) return alone;
        if (head >= piece.End) return null;
        if (Target(text, head, piece, quantities, times) is { } target) return target;
        if (Preposition().Match(text, head) is { Success: true } preposition && preposition.Index == head) return AfterPreposition(text, preposition, piece);
        return Completion(text, head, piece, times) ?? AfterSubject(text, head, piece, quantities, times);
    }

    /// <summary>Where the piece begins when labels, connectives, subjects, adverbs and times are left out; and the last adverb that is a verb too (加快, 争取), or -1.</summary>
    public static (int Head, int Adverb) Head(string text, TextSpan piece, IReadOnlyList<TextSpan> times)
    {
        var (at, adverb) = (piece.Start, -1);
        while (at < piece.End)
        {
            var length = times.FirstOrDefault(t => t.Start == at).Length;
            if (length == 0 && Light().Match(text, at, piece.End - at) is { Success: true } light && light.Index == at)
            {
                length = light.Length;
                if (PromiseWords.VerbAt(text, at) is { } verb && verb.Length == length) adverb = at;
            }

            if (length == 0) break;
            at += length;
        }

        return (at, adverb);
    }

    /// <summary>True where a verb with an object of some length begins a piece here.</summary>
    public static bool BeginsHere(string text, TextSpan piece, IReadOnlyList<TextSpan> times)
    {
        var (head, _) = Head(text, piece, times);
        // 下半年抓纳统: with a time before it a short object will do.
        return AtHead(text, head, piece.End) is { } found && found.Object.Length >= (times.Any(t => piece.Contains(t)) ? 2 : 3);
    }

    private static Predicate? AtHead(string text, int at, int end)
    {
        if (PromiseWords.VerbAt(text, at) is not { } verb || at + verb.Length >= end) return null;
        var stop = Chained(text, at + verb.Length, end, verb);
        if (stop >= end || text[stop] is '的' or '、' or ')' or '”' or '到' or '在' or '于' || (verb.Length == 1 && !Chinese.IsHan(text[stop]) && !char.IsAsciiDigit(text[stop]))) return null;
        if (stop == at + verb.Length && IsNominal(text, stop, end) && Following(text, stop, end) <= 4) return null;
        return new Predicate(new TextSpan(at, stop), new TextSpan(stop, end), StrengthOf(verb));
    }

    /// <summary>新建、改扩建; 支持建设: verbs that share one object.</summary>
    private static int Chained(string text, int at, int end, string first)
    {
        while (at < end)
        {
            var joint = text[at] is '、' or '和' or '并' ? 1 : 0;
            if (joint == 0 && !Auxiliary().IsMatch(first)) break;
            if (PromiseWords.VerbAt(text, at + joint) is not { Length: >= 2 } next || at + joint + next.Length + 2 > end) break;
            if (text[at + joint + next.Length] is '、' or '和' or '的' || IsNominal(text, at + joint + next.Length, end)) break;
            at += joint + next.Length;
            first = next;
        }

        return at;
    }

    private static Predicate? Target(string text, int head, TextSpan piece, IReadOnlyList<FoundQuantity> quantities, IReadOnlyList<TextSpan> times)
    {
        foreach (var quantity in quantities)
        {
            if (!piece.Contains(quantity.Span)) continue;
            for (var at = Math.Max(head + 2, quantity.Span.Start - 8); at <= quantity.Span.Start + 2 && at < piece.End; at++)
            {
                if (PromiseWords.TargetAt(text, at) is not { } verb || (verb is "达" && at + 1 < quantity.Span.Start) || at + verb.Length > quantity.Span.End || at + verb.Length < quantity.Span.Start - 5) continue;
                if (Compared().IsMatch(text[head..at])) return null;
                var subject = new TextSpan(head, times.Where(t => t.End == at).Select(t => t.Start).DefaultIfEmpty(at).First());
                if (subject.Length >= 2 && !Given().IsMatch(subject.Of(text))) return new Predicate(new TextSpan(at, at + verb.Length), subject, PredicateStrength.Outcome);
            }
        }

        return null;
    }

    /// <summary>对…开展…: the last verb; 通过…: the first.</summary>
    private static Predicate? AfterPreposition(string text, Match preposition, TextSpan piece)
    {
        Predicate? last = null;
        if (preposition.Value is "将" or "把" && Becomes().Match(text, preposition.Index, piece.End - preposition.Index) is { Success: true } becomes)
            return new Predicate(new TextSpan(becomes.Groups[1].Index, becomes.Groups[1].Index + becomes.Groups[1].Length), new TextSpan(preposition.Index + 1, piece.End), PredicateStrength.Deed);
        foreach (var verb in Verbs(text, preposition.Index + preposition.Length, piece.End))
        {
            last = verb;
            if (preposition.Value is "通过" or "探索") break;
        }

        return last;
    }

    private static Predicate? AfterSubject(string text, int head, TextSpan piece, IReadOnlyList<FoundQuantity> quantities, IReadOnlyList<TextSpan> times)
    {
        foreach (var verb in Verbs(text, head + 1, piece.End))
        {
            var before = text[head..verb.Verb.Start];
            if (before.EndsWith('的') || Compared().IsMatch(before) || Mood().IsMatch(before)) continue;
            var counted = quantities.Any(q => piece.Contains(q.Span) && q.Span.Start >= verb.Verb.End);
            if (counted || before.EndsWith('”') || Adverb().IsMatch(before) || InnerPreposition().IsMatch(before) || times.Any(t => t.End == verb.Verb.Start)) return verb;
        }

        return null;
    }

    private static Predicate? Completion(string text, int head, TextSpan piece, IReadOnlyList<TextSpan> times)
    {
        if (PromiseWords.CompletionOf(text.AsSpan(head, piece.End - head)) is not { } verb) return null;
        var start = piece.End - verb.Length;
        var subject = new TextSpan(head, start);
        while (subject.Length > 0)
        {
            var end = subject.End;
            if (times.FirstOrDefault(t => t.End == end) is { Length: > 0 } time) end = Math.Max(head, time.Start);
            else if (BeforeCompletion().Match(text, head, end - head) is { Success: true } adverb) end = adverb.Index;
            if (end == subject.End) break;
            subject = subject with { End = end };
        }

        if (subject.Length < 2) return null;
        return new Predicate(new TextSpan(start, piece.End), subject, IsSure(verb) ? PredicateStrength.Deed : PredicateStrength.Outcome);
    }

    /// <summary>Verbs with an object between start and end, outside quotation marks and brackets, nouns left out.</summary>
    private static IEnumerable<Predicate> Verbs(string text, int start, int end)
    {
        var depth = 0;
        for (var i = start; i < end; i++)
        {
            if (text[i] is '“' or '《' or '(') depth++;
            if (text[i] is '”' or '》' or ')') depth--;
            if (depth > 0 || PromiseWords.VerbAt(text, i) is not { Length: >= 2 } verb) continue;
            var after = i + verb.Length;
            if (after + 2 <= end && text[after] is not ('、' or '的' or '和' or '与' or '及' or ')' or '”' or '等') && !IsNominal(text, after, end) && AtHead(text, i, end) is { } found)
            {
                yield return found;
                i = found.Verb.End - 1;
            }
            else i = after - 1;
        }
    }

    private static PredicateStrength StrengthOf(string verb) =>
        !PromiseWords.IsResult(verb) ? PredicateStrength.Deed
        : OnlyOutcome().IsMatch(verb) ? PredicateStrength.Outcome
        : PredicateStrength.Aim;

    private static bool IsSure(string verb) => verb.StartsWith("建成", StringComparison.Ordinal) || verb.StartsWith("投", StringComparison.Ordinal);

    private static bool IsNominal(string text, int at, int end) => at < end && Nominal().Match(text, at, end - at) is { Success: true } noun && noun.Index == at;

    /// <summary>Length of what follows up to the end.</summary>
    private static int Following(string text, int at, int end) => text[at..end].Length;

    [GeneratedRegex(
        @"\G(?:[一二三四五六七八九十]{1,3}是(?:要|让)?|首先是?|其次是?|再次是?|最后是?|第[一二三四五六七八九十]|同时|此外|另外|与此同时|并且?|还|也|又|既|再|而|一方面|另一方面|下一步|接下来|为此|以及|" +
        @"今年|本年度?|20\d\d年|全年|新的一年里?|当前|目前|到(?=20)|自|从|" +
        @"全市(?:上下|各级)?(?!的)|我市|本市|全区|全县|全省|我们|各(?:县|区|旗|市|级|地)+|" +
        @"[市区县省旗州][\u4e00-\u9fff]{1,14}?(?:局|委|办|厅|院|支队|中心|系统)(?=将|要|会|计划|拟|今年|还|继续)|[\u4e00-\u9fff]{1,8}(?:系统|支队|部门|单位)(?=将|要|会|计划|拟|今年|还)|" +
        @"将(?![^,;]{2,60}(?:纳入|作为|列入|扩大到|提高到|提升到|控制在|转化为|打造成))|要|会|拟|计划|预计|预期|力争|争取|努力|坚决|必须|着力|着重|继续|持续|积极|全面|重点(?!项目|任务|工作)|加快|大力|深入|进一步|不断|按期|如期|迅速|有序|稳步|扎实|高标准|高质量|高水平|高起点|统筹|系统|提前|主动|切实|有效|严格|严厉|严肃|率先|逐步|加速|全力|创新|整体|优先|分批|分类|分级|精准|动态|科学|集中|依法|牢牢|合理|充分|共同|奋力|真正|尽快|适时|同步|广泛|常态化|持之以恒|坚持不懈|因地制宜|千方百计|多渠道|多措并举|免费|定期|长期|严|赶在|至少|用好用足)")]
    private static partial Regex Light();

    [GeneratedRegex(@"\G(?:针对|对|与|同|在|为|向|给|将|把|由|通过|依托|瞄准|联合(?=[^,]*(?:部门|等|、))|协调(?=[^,]*(?:部门|等|、))|面向|会同|结合|利用|运用|于)")]
    private static partial Regex Preposition();

    [GeneratedRegex("依托|针对|面向|对[^,]{4,}|为[^,]{3,}|将[^,]{3,}|向[^,]{2,}|与[^,]{2,}|在[^,]{2,}")]
    private static partial Regex InnerPreposition();

    [GeneratedRegex("(?:将|把)[^,;]*?(作为|纳入|列入|转化为|建成|打造成|建设成)(?![^,;]*(?:重点|主线|抓手|核心|首位|根本|目标|牵引|首要)$)")]
    private static partial Regex Becomes();

    [GeneratedRegex("(?:全面|全部|将|要|积极|持续|继续|深入|大力|进一步|加快|统一|重点|分别|普遍|统筹|逐一|优先|先行|率先|开始|正式|可|须|力争|计划|不断|定期|免费|一律|均|都)$")]
    private static partial Regex Adverb();

    [GeneratedRegex("(?:全部|全面|基本|整体|正式|陆续|均|同步|分批|力争|确保|要|将|可|提前|实现|投入|开始|顺利|如期|先行)$")]
    private static partial Regex BeforeCompletion();

    /// <summary>对月用水量超过1万立方米的…: what follows is given, not promised.</summary>
    [GeneratedRegex("^(?:对|针对|为|给|按|凡)")]
    private static partial Regex Given();

    [GeneratedRegex("同比|环比|较上年|比上年|较去年|比去年|已|共有|现有|累计")]
    private static partial Regex Compared();

    [GeneratedRegex("^(?:用|坚持|发扬|牢记|锚定|树立|把握|掀起|迈|以[^,]{2,30}|围绕|聚焦|按照|紧盯|立足|着眼|所谓|体现|书写|当好|打好|随着|感到|认识|是|凡|一些)|是|不是|没有|使得")]
    private static partial Regex Mood();

    [GeneratedRegex("^(?:推动|支持|谋划|规划|鼓励|组织|争取|帮助|引导|推进|协调|建好|管好|用好|办好)$")]
    private static partial Regex Auxiliary();

    [GeneratedRegex("^(?:确保|保障|实现|形成|让|使|满足|指导|解决|防止|防范|助力|维护|服务|惠及|带动|覆盖|保持|稳定|遏制|守护|筑牢)$")]
    private static partial Regex OnlyOutcome();

    /// <summary>建设工程, 培训基地: the verb is part of a noun.</summary>
    [GeneratedRegex(@"\G(?:工程|项目|行动(?!方案)|计划|工作|体系|机制|制度|方案|中心|平台|基地|能力|水平|力度|质量|规模|标准|服务(?!业)|情况|成果|模式|资金|经费|投入|机构|人员|活动|费用|单位|企业|任务|目标|政策|措施|举措|格局|条件|环境|设施|网络|队伍|理念|成效|结果|责任|期间|过程|部门|系统|技术|产品|方式|领域|试点|改革|管理|协议|合作|区域|专区|方向|用地|用房|主体|大会|论坛|成功|满意|牙|清单|名录|名单|规划|布局|导则|专班|监督|指标|比例|(?:率|量|额|度|者|员|师|性|化|型|类|级|品|站|室|所|院|校|厂|园|区|带|线|网|期|数|后|中|前|时|点)(?![\u4e00-\u9fff])|点\d)")]
    private static partial Regex Nominal();
}
