using System.Text.RegularExpressions;

namespace PolicyQa.Corpus;

/// <summary>Finds the label that stands at one place of a text.</summary>
internal static partial class SectionLabels
{
    private const string Number = "[一二三四五六七八九十]{1,3}";
    private const int Window = 48;

    /// <summary>The label that begins at <paramref name="at"/>, or null. 第一医院 and 二、三年级 are none.</summary>
    public static SectionLabel? At(string text, int at)
    {
        var window = text.Substring(at, Math.Min(Window, text.Length - at));
        var marks = window.AsSpan().IndexOfAnyExcept('*', '_');
        if (marks is > 0 and <= 3) window = window[marks..];
        if (Counted().Match(window) is { Success: true } counted)
        {
            var number = ChineseNumber(counted.Groups["n"].Value);
            return number == 0 ? null : new(counted.Groups["verb"].Value == "是" ? LabelFamily.Is : LabelFamily.Must, number, counted.Value);
        }

        if (Word().Match(window) is { Success: true } word)
            return new(LabelFamily.Word, word.Value switch { "首先" => 1, "其次" => 2, "再次" or "再者" => 3, "然后" => 4, _ => 9 }, word.Value);
        if (Ordinal().Match(window) is { Success: true } ordinal) return Numbered(LabelFamily.Ordinal, ordinal);
        if (Comma().Match(window) is { Success: true } comma) return Numbered(LabelFamily.Comma, comma);
        if (Bracket().Match(window) is { Success: true } bracket) return Numbered(LabelFamily.Bracket, bracket);
        if (Digit().Match(window) is { Success: true } digit) return Numbered(LabelFamily.Digit, digit);
        return Topic().Match(window) is { Success: true } topic ? new(LabelFamily.Topic, 0, topic.Value) : null;
    }

    private static SectionLabel? Numbered(LabelFamily family, Match m)
    {
        var n = m.Groups["n"].Value;
        var number = n[0] is >= '①' and <= '⑳' ? n[0] - '①' + 1 : int.TryParse(n, out var arabic) ? arabic : ChineseNumber(n);
        return number == 0 ? null : new(family, number, m.Groups["label"].Value);
    }

    /// <summary>一 to 九十九; 0 for anything else (一二, 十十).</summary>
    private static int ChineseNumber(string s)
    {
        var ten = s.IndexOf('十');
        if (ten < 0) return s.Length == 1 ? Digit(s[0]) : 0;
        if (s.Length > ten + 2 || ten > 1) return 0;
        var tens = ten == 0 ? 1 : Digit(s[0]);
        var ones = s.Length == ten + 1 ? 0 : Digit(s[^1]);
        return s.Length == ten + 2 && s[^1] == '十' ? 0 : tens * 10 + ones;

        static int Digit(char c) => "一二三四五六七八九".IndexOf(c) + 1;
    }

    [GeneratedRegex("^第?(?<n>" + Number + ")(?<verb>是|要(?![素点件求务领闻]))")]
    private static partial Regex Counted();

    [GeneratedRegex("^(?:首先|其次|再次|再者|然后|最后)(?=[，,、：:]|是|要)")]
    private static partial Regex Word();

    [GeneratedRegex("^(?<label>[第其](?<n>" + Number + "))(?=[，,、：:])")]
    private static partial Regex Ordinal();

    [GeneratedRegex("^(?<label>(?<n>" + Number + "))、(?![一二三四五六七八九十])")]
    private static partial Regex Comma();

    [GeneratedRegex(@"^(?<label>[（(](?<n>" + Number + @"|\d{1,2})[）)])")]
    private static partial Regex Bracket();

    [GeneratedRegex(@"^(?<label>(?:(?<n>\d{1,2})(?=[.．、]\s*[^\d\s])|(?<n>[①-⑳])))")]
    private static partial Regex Digit();

    [GeneratedRegex("^(?:(?:围绕|聚焦|紧扣|着眼|针对)(?:“[^”。]{1,36}”|[^，。；：“”]{2,18}(?=，))|在[^，。；：]{2,20}方面(?=[，,：:])|(?!.{0,2}一方面|.{0,3}多方面)[\\p{IsCJKUnifiedIdeographs}]{2,10}方面(?=[，,：:]))")]
    private static partial Regex Topic();
}
