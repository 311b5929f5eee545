using System.Text.RegularExpressions;
using PolicyQa.Analysis;

namespace PolicyQa.Tests.Answering.Guarding;

/// <summary>True replies in other words: what a well-behaved model does.</summary>
internal static partial class Rewording
{
    /// <summary>Every rewording of the reply that a rule can make, with the rule's name.</summary>
    public static IEnumerable<(string Rule, string Text)> Of(TrueReply reply)
    {
        var (department, said) = (reply.Department, reply.Said);
        yield return ("as it stands", reply.Text);
        yield return ("no department", $"{said}。[1]");
        yield return ("attributed", $"根据访谈，{department}表示，{said}。[1]");
        if (!OtherYear().IsMatch(said)) yield return ("this year", $"今年，{department}将{said}。[1]");
        yield return ("the speaker says it", $"{department}{reply.Answer.Citations[0].Speaker}介绍，{said}。[1]");
        yield return ("mark before the stop", $"{department}：{said}[1]。");
        yield return ("other brackets", $"{department}：{said}【1】。");
        yield return ("a list item", $"- **{department}**：{said}。[1]");
        yield return ("spaces around figures", Digits().Replace(reply.Text, m => $" {m.Value} "));
        yield return ("full-width digits", Digits().Replace(said, m => string.Concat(m.Value.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '０') : c))) + "。[1]");
        yield return ("bold figures", Digits().Replace(said, m => $"**{m.Value}**") + "。[1]");
        if (Thousands().IsMatch(said)) yield return ("thousands' commas", Thousands().Replace(said, m => $"{m.Groups[1].Value},{m.Groups[2].Value}") + "。[1]");
        if (Counted().IsMatch(said)) yield return ("Chinese numerals", Counted().Replace(said, m => Han(int.Parse(m.Groups[1].Value)) + m.Groups[2].Value) + "。[1]");
        if (Percent().IsMatch(said)) yield return ("百分之", Percent().Replace(said, m => $"百分之{Han(int.Parse(m.Groups[1].Value))}") + "。[1]");
        var clauses = said.Split('，');
        if (clauses.Length > 1 && clauses.All(c => c.Length > 6))
        {
            yield return ("two sentences", string.Concat(clauses.Select(c => $"{c}。[1]")));
            yield return ("first clause only", $"{department}将{clauses[0]}。[1]");
        }

        foreach (var (word, other) in Pairs)
        {
            if (said.Contains(word, StringComparison.Ordinal)) yield return ("a synonym", $"{department}：{said.Replace(word, other)}。[1]");
        }
    }

    private static readonly (string Word, string Other)[] Pairs = [("教师", "老师"), ("老年人", "老人"), ("引进", "引入"), ("规模以上", "规上"), ("群众", "市民"), ("推广", "普及"), ("学生", "学子")];

    private static string Han(int value)
    {
        string[] units = ["", "十", "百", "千"];
        if (value is 0 or > 9999) return value.ToString();
        var digits = value.ToString();
        var text = "";
        for (var i = 0; i < digits.Length; i++)
        {
            var unit = units[digits.Length - 1 - i];
            if (digits[i] != '0') text += "零一二三四五六七八九"[digits[i] - '0'] + unit;
            else if (!text.EndsWith('零') && digits[i..].Any(d => d != '0')) text += "零";
        }

        return text;
    }

    [GeneratedRegex(@"[去明前]年|\d{4}年")]
    private static partial Regex OtherYear();

    [GeneratedRegex(@"\d[\d.]*")]
    private static partial Regex Digits();

    [GeneratedRegex(@"(?<![\d.])(\d)(\d{3})(?![\d.年])")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"(?<![\d.,+“])(\d{1,4})(?![\d.年月日+])(" + MeasureWords.Alternatives + ")(?<![%％])")]
    private static partial Regex Counted();

    [GeneratedRegex(@"(?<![\d.])(\d{1,2})[%％]")]
    private static partial Regex Percent();
}
