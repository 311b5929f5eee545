using System.Text.RegularExpressions;
using PolicyQa.Analysis;
using PolicyQa.Answering;
using PolicyQa.Corpus;

namespace PolicyQa.Commitments;

/// <summary>The figures of a sentence that say how much is promised. Names (“四个一”, 三年行动), levels, ages, hours of service and 四个方面 are none.</summary>
internal static partial class PromisedQuantities
{
    /// <summary>In text order.</summary>
    /// <param name="text">A sentence.</param>
    /// <param name="folded">The same, folded.</param>
    public static IReadOnlyList<FoundQuantity> Find(string text, string folded)
    {
        List<FoundQuantity> found = [];
        foreach (var quantity in QuantityFinder.Find(folded))
        {
            if (quantity.InName || Inside(folded, quantity.Number.Start, '“', '”') || Inside(folded, quantity.Number.Start, '《', '》')) continue;
            var unit = UnitOf(folded, quantity, out var end);
            if (unit.Length == 0 || IsNoAmount(folded, quantity, unit, end)) continue;
            var span = quantity.Span with { End = Math.Max(end, quantity.Span.End) };
            if (Lower().Match(folded, 0, quantity.Number.Start) is { Success: true } lower && ChineseNumerals.Parse(lower.Groups[1].ValueSpan) is { } least && least < quantity.Value)
            {
                // 4至6家: two bounds of one thing.
                found.Add(new FoundQuantity(new TextSpan(lower.Index, lower.Index + lower.Groups[1].Length), new PromisedQuantity(Plain(least), unit, Bound.AtLeast, new TextSpan(lower.Index, span.End).Of(text))));
                found.Add(new FoundQuantity(new TextSpan(lower.Index + lower.Groups[1].Length, span.End), new PromisedQuantity(Plain(quantity.Value), unit, Bound.AtMost, "")));
                continue;
            }

            var whole = WithBound(folded, span, out var bound);
            found.Add(new FoundQuantity(whole, new PromisedQuantity(Plain(quantity.Value), unit, bound, whole.Of(text))));
        }

        return found;
    }

    /// <summary>全部达标, 全覆盖: all of it, where no number says how many that is.</summary>
    public static FoundQuantity? All(string text, string folded, TextSpan within)
    {
        var match = Whole().Match(folded, within.Start, within.Length);
        if (!match.Success || Inside(folded, match.Index, '“', '”')) return null;
        var span = new TextSpan(match.Index, match.Index + match.Length);
        return new FoundQuantity(span, new PromisedQuantity(100, "%", Bound.All, span.Of(text)));
    }

    /// <summary>True where the offset lies between an opening mark and its partner with no comma or stop between.</summary>
    public static bool Inside(string text, int at, char opening, char closing)
    {
        var open = text.LastIndexOf(opening, Math.Max(0, at));
        if (open < 0 || text.IndexOf(closing, open) is var close && close <= at) return false;
        return text.AsSpan(open, close - open).IndexOfAny(",。;") < 0;
    }

    private static string UnitOf(string text, Quantity quantity, out int end)
    {
        end = quantity.Span.End;
        if (quantity.Unit is "个" && quantity.Number.End < text.Length && HoursOrMonths().Match(text, quantity.Number.End) is { Success: true } long1 && long1.Index == quantity.Number.End)
        {
            end = long1.Index + long1.Length + (Above().Match(text, long1.Index + long1.Length) is { Success: true } above ? above.Length : 0);
            return long1.Groups[1].Value;
        }

        // The finder reads 亿 of 亿元 as part of the figure; 3.2亿美元 has its unit behind.
        if (quantity.Unit.Length == 0 && ForeignMoney().Match(text, quantity.Span.End) is { Success: true } money && money.Index == quantity.Span.End)
        {
            end += money.Length;
            return money.Value;
        }

        if (quantity.Unit is "轮" or "款" or "批" && quantity.Span.End < text.Length && text[quantity.Span.End] == '次')
        {
            end++;
            return quantity.Unit + "次";
        }

        return quantity.Unit.Length == 0 && OtherUnit().Match(text, quantity.Span.End) is { Success: true } other && other.Index == quantity.Span.End ? Extend(other, ref end) : quantity.Unit;
    }

    private static string Extend(Match unit, ref int end)
    {
        end += unit.Length;
        // 1.5万农户 is so many 户.
        return unit.Value == "农户" ? "户" : unit.Value;
    }

    private static bool IsNoAmount(string text, Quantity quantity, string unit, int end)
    {
        var after = text.AsSpan(end);
        var isHan = !char.IsAsciiDigit(quantity.Number.Of(text)[0]);
        if (unit is "级" or "岁" or "周年" or "年" or "月" or "日" or "届" or "号" or "孩" or "点" || (unit == "周" && after.StartsWith("岁"))) return true;
        if (unit is "市" or "县" or "区" or "省" or "国" or "镇" or "村" or "乡") return true;
        // 一期工程, 第三批, 两次进入: ordinal or incidental.
        if (unit is "期" or "批" or "部" && isHan || (unit is "次" && isHan)) return true;
        if (Service().IsMatch(unit) && FollowsService().IsMatch(after.ToString())) return true;
        if (Structure().IsMatch(after.ToString())) return true;
        // 300户以上自然村, 50亩以上的种粮大户: says which, not how many.
        var bounded = quantity.Span.Of(text);
        if ((bounded.StartsWith('超') || bounded.StartsWith("不足", StringComparison.Ordinal)) && after.StartsWith("的")) return true;
        if ((bounded.EndsWith("以上", StringComparison.Ordinal) || bounded.EndsWith("以下", StringComparison.Ordinal)) && Size().IsMatch(unit) && after.Length > 1 && (after[0] == '的' || Chinese.IsHan(after[0])) && PromiseWords.CompletionOf(after) is null) return true;
        return false;
    }

    private static TextSpan WithBound(string text, TextSpan span, out Bound bound)
    {
        var before = text[..span.Start];
        if (PrecedingBound().Match(before) is { Success: true } outside) span = span with { Start = outside.Index };
        var words = span.Of(text);
        bound = AtLeast().IsMatch(words) ? Bound.AtLeast
            : AtMost().IsMatch(words) ? Bound.AtMost
            : About().IsMatch(words) ? Bound.About
            : AllOf().IsMatch(words) ? Bound.All
            : Bound.Exact;
        return span;
    }

    /// <summary>18.6万 is 186000, not 186000.0.</summary>
    private static decimal Plain(decimal value) => value / 1.0000000000000000000m;

    [GeneratedRegex(@"(\d[\d.,]*[万亿]?|[一二三四五六七八九十]{1,3})(?:[-—~至到]|--)$")]
    private static partial Regex Lower();

    [GeneratedRegex(@"全(?:部|覆盖|开放|达标|贯通|联网|接入|面达标|部覆盖)(?!门)")]
    private static partial Regex Whole();

    [GeneratedRegex(@"个(小时|月|工作日)")]
    private static partial Regex HoursOrMonths();

    [GeneratedRegex(@"\G(?:及?以[上下内]|左右)")]
    private static partial Regex Above();

    [GeneratedRegex(@"\G(?:美元|欧元|港元|日元)")]
    private static partial Regex ForeignMoney();

    [GeneratedRegex(@"\G(?:款|幅|列|斤|羽|尾|株|标箱|兆瓦|平方|立方|轮次|车次|课次|班次|航次|趟次|人份|桌|孔|根|道|面|束|眼|井|桩|枪|节|部门|路|句|首|把|农户|农村居民|城镇居民|居民|群众|农民|市民|职工|学生|老人|老年人|儿童|游客|家庭|企业)(?!面|系|目)")]
    private static partial Regex OtherUnit();

    [GeneratedRegex("^(?:小时|分钟|天|周|个月|工作日)$")]
    private static partial Regex Service();

    [GeneratedRegex("^(?:内|之内|(?!以[上下内]|左右)[\\u4e00-\\u9fff])")]
    private static partial Regex FollowsService();

    [GeneratedRegex("^(?:大?方面|文章|大?事|大环节|个?环节|底线|原则|理念|问题|层面|维度|目标|抓手|主线|字|关键|意识)")]
    private static partial Regex Structure();

    [GeneratedRegex("^(?:户|亩|人|元|万元|亿元|吨|公里|平方米|平方公里|万人|年|个月|天|米|层|%)$")]
    private static partial Regex Size();

    [GeneratedRegex("(?:不少于|不低于|不得少于|不得低于|至少|最少|不超过|不高于|不多于|最高可?(?:给予|补贴|补助|奖励|享受|提供)?|最多|超过|突破|大约|全部|近|约)$")]
    private static partial Regex PrecedingBound();

    [GeneratedRegex("至少|最少|不少于|不低于|不得少于|不得低于|以上|超过?|突破|余|多$")]
    private static partial Regex AtLeast();

    [GeneratedRegex("不超过|不高于|不多于|最多|最高|以下|以内")]
    private static partial Regex AtMost();

    [GeneratedRegex("大?约|近|左右|上下")]
    private static partial Regex About();

    [GeneratedRegex("^全部")]
    private static partial Regex AllOf();
}
