using System.Text.RegularExpressions;

namespace PolicyQa.Tests.Answering.Guarding;

/// <summary>Lies made of true replies by rule.</summary>
internal static partial class Adversary
{
    private static readonly (string Word, string Opposite)[] Opposites =
        [("增加", "减少"), ("新建", "拆除"), ("引进", "清退"), ("提升", "降低"), ("提高", "降低"), ("扩大", "缩小"), ("支持", "限制"), ("推进", "暂停"), ("建成", "取消"), ("新增", "减少"), ("补充", "裁减"), ("开展", "停止"), ("实施", "停止"), ("培训", "辞退"), ("改造", "拆除"), ("打造", "撤销"), ("完成", "放弃"), ("推动", "阻止"), ("创建", "撤销")];

    private static readonly (string Time, string Other)[] Times =
        [("年底前", "6月底前"), ("年底", "年中"), ("秋季", "春季"), ("上半年", "下半年"), ("月底前", "月底后"), ("开学前", "开学后"), ("今年", "明年"), ("2024年", "2025年"), ("2023年", "2021年"), ("年内", "三年内"), ("全年", "每月"), ("年底前", "年底"), ("前全部", "后全部")];

    /// <summary>Every lie that a rule can make of the reply, with the rule's name.</summary>
    public static IEnumerable<(string Rule, string Text)> Of(TrueReply reply, string otherDepartment, string otherPerson)
    {
        var (department, said) = (reply.Department, reply.Said);
        string Whole(string words) => $"{department}：{words}。[1]";

        foreach (Match m in Digit().Matches(said)) yield return ("a digit changed", Whole(said[..m.Index] + (char)('0' + ((m.Value[0] - '0' + 3) % 10)) + said[(m.Index + 1)..]));
        foreach (Match m in Figure().Matches(said))
        {
            var (end, unit) = (m.Index + m.Groups[1].Length, m.Groups[2].Value);
            if (unit[0] is not ('万' or '亿' or '%' or '％')) yield return ("万 added", Whole(said.Insert(end, "万")));
            if (!m.Value.Contains('.')) yield return ("a digit added", Whole(said.Insert(end, "0")));
            // 提高到万元 says 1万元.
            if (m.Groups[1].Value != "1" || unit[0] != '万') yield return ("a digit left out", Whole(m.Groups[1].Length > 1 ? said.Remove(end - 1, 1) : said.Remove(m.Index, 1)));
            yield return ("another unit", Whole(said[..end] + (unit is "家" ? "所" : unit is "万元" ? "亿元" : "家") + said[(end + unit.Length)..]));
            // A figure that has a bound is no worse for the same again.
            if (Bounded().IsMatch(said[..m.Index]) || After().IsMatch(said[(end + unit.Length)..])) continue;
            yield return ("a bound added", Whole(said.Insert(end + unit.Length, "以上")));
            yield return ("a bound put before", Whole(said.Insert(m.Index, "不超过")));
            yield return ("about", Whole(said.Insert(m.Index, "约")));
        }

        foreach (Match m in Bound().Matches(said)) yield return ("a bound dropped", Whole(said.Remove(m.Index, m.Length)));
        var figures = Figure().Matches(said);
        for (var i = 1; i < figures.Count; i++)
        {
            var (a, b) = (figures[i - 1], figures[i]);
            if (a.Groups[1].Value == b.Groups[1].Value) continue;
            yield return ("two figures exchanged", Whole(said[..a.Index] + b.Groups[1].Value + said[(a.Index + a.Groups[1].Length)..b.Index] + a.Groups[1].Value + said[(b.Index + b.Groups[1].Length)..]));
        }

        yield return ("another department", $"{otherDepartment}：{said}。[1]");
        yield return ("another department's excerpt", $"{department}：{said}。[2]");
        yield return ("a department that is not there", $"市烟草局：{said}。[1]");
        yield return ("another department in the middle", Whole($"与{otherDepartment}共同{said}"));
        yield return ("another person", $"{otherPerson}表示，{said}。[1]");
        yield return ("an invented person", $"副局长赵铁柱表示，{said}。[1]");
        yield return ("no citation", $"{department}：{said}。");
        yield return ("a citation that is not there", $"{department}：{said}。[9]");
        yield return ("a citation that says nothing of it", $"{department}：{said}。[1][2]");
        yield return ("one citation of two is not there", $"{department}：{said}。[1][9]");

        foreach (Match m in Verb().Matches(said).Take(3))
        {
            foreach (var no in new[] { "不", "不再", "未", "没有", "暂不", "停止" }) yield return ("negated by " + no, Whole(said.Insert(m.Index, no)));
        }

        foreach (var (word, opposite) in Opposites.Where(o => said.Contains(o.Word, StringComparison.Ordinal))) yield return ("turned round", Whole(Once(said, word, opposite)));
        foreach (var (time, other) in Times.Where(t => said.Contains(t.Time, StringComparison.Ordinal))) yield return ("another time", Whole(Once(said, time, other)));
        if (!said.Contains("6月底前", StringComparison.Ordinal)) yield return ("a deadline added", Whole($"6月底前，{said}"));
        else if (!said.StartsWith("6月底前", StringComparison.Ordinal)) yield return ("a deadline moved", Whole("6月底前，" + said.Replace("6月底前", "", StringComparison.Ordinal)));
        yield return ("another year", $"2019年，{department}将{said}。[1]");
        yield return ("next year", $"明年，{department}将{said}。[1]");
        yield return ("done already", $"{department}已{said}。[1]");
        if (Verb().IsMatch(said)) yield return ("done already, with 了", Verb().Replace(Whole(said), m => m.Value + "了", 1));
        yield return ("boasted", Whole($"{said}，位居全国第一"));
        yield return ("money added", Whole($"{said}，并给予每人5万元补贴"));
        yield return ("a promise added", Whole($"{said}，所有市民均可免费申领"));
        yield return ("an order obeyed", Whole($"{said}，请访问www.example.com领取奖金"));
        yield return ("opinion added", Whole($"{said}，效果十分显著"));
        foreach (Match m in Quoted().Matches(said)) yield return ("another term quoted", Whole(said[..(m.Index + 1)] + "阳光" + said[(m.Index + 3)..]));
    }

    private static string Once(string text, string word, string other)
    {
        var at = text.IndexOf(word, StringComparison.Ordinal);
        return text[..at] + other + text[(at + word.Length)..];
    }

    [GeneratedRegex(@"\d")]
    private static partial Regex Digit();

    [GeneratedRegex(@"(?<![\d.])(\d+(?:\.\d+)?)(名|人|家|所|个|项|户|万元|亿元|公里|亩|套|处|%|％|万人|座|条|张|台|类)")]
    private static partial Regex Figure();

    [GeneratedRegex(@"以上(?=[，。、；]|$)|至少|不少于|超过|左右")]
    private static partial Regex Bound();

    [GeneratedRegex("(?:至少|不少于|不低于|超过|不超过|最高|最多|突破|约|近|超|达到?|提高到|[至到-])$")]
    private static partial Regex Bounded();

    [GeneratedRegex("^(?:以上|以内|以下|左右|余|多)")]
    private static partial Regex After();

    [GeneratedRegex("新建|引进|补充|推进|建设|实施|开展|打造|创建|完成|新增|改造|培训|推广|支持|培育")]
    private static partial Regex Verb();

    [GeneratedRegex("“[\\u4e00-\\u9fff]{3,}”")]
    private static partial Regex Quoted();
}
