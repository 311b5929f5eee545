using System.Text.RegularExpressions;

namespace PolicyQa.Corpus;

/// <summary>Tells a byline from a subtitle: a byline names a post and, last, a person.</summary>
internal static partial class BylineParser
{
    private const int MaxLength = 70;

    /// <summary>教育局长 = 教育局 + 局长: print saves the doubled character.</summary>
    private static readonly HashSet<string> SharedLast = new(StringComparer.Ordinal) { "局", "厅", "院", "校", "部", "馆", "所", "社", "台" };

    public static Byline? Parse(string line)
    {
        line = line.Trim('*', '_', ' ', '\u3000');
        if (line.Length > MaxLength || line.AsSpan().IndexOfAny("。；！？，“”") >= 0 && !line.Contains('：')) return null;
        var m = Shape().Match(line);
        if (!m.Success) return null;
        var (dash, verb, colon) = (m.Groups["dash"].Success, m.Groups["verb"].Success, m.Groups["colon"].Success);
        var rest = m.Groups["rest"].Value.Trim();
        if (rest.Length > 0 && (dash || verb || rest.Length > 35 || rest.AsSpan().IndexOfAny("。；，？") >= 0 || rest[0] == '“')) return null;
        var style = (dash, verb, colon, rest.Length) switch
        {
            (true, _, _, _) => BylineStyle.Dash,
            (_, true, _, _) => BylineStyle.Verb,
            (_, _, true, 0) => BylineStyle.Colon,
            (_, _, true, _) => BylineStyle.Headline,
            _ => BylineStyle.Bare,
        };
        var who = m.Groups["who"].Value.Trim();
        if (who.AsSpan().IndexOfAny("。；！？，“”：") >= 0) return null;
        if (Person().Match(who) is { Success: true } p && !NoPerson().IsMatch(p.Groups["name"].Value) && (verb || IsOrgan(p.Groups["dept"].Value, p.Groups["post"].Value)))
            return new(Department(p.Groups["dept"].Value, p.Groups["post"].Value), p.Groups["post"].Value.Trim(), Unspaced(p.Groups["name"].Value), style);
        if (!dash || !verb) return null;
        if (Postless().Match(who) is { Success: true } q) return new(q.Groups["dept"].Value, null, Unspaced(q.Groups["name"].Value), style);
        // Somebody of some office, in a form not known here: nobody is better than the head of the interview before.
        return Unread().IsMatch(line) ? new(null, null, null, style) : null;
    }

    /// <summary>A dash and a verb but no person yet: the byline may go on in the next line.</summary>
    public static bool MayContinue(string line) => Opening().IsMatch(line) && line.Length <= MaxLength && !SentenceEnd.Closes(line);

    private static string? Department(string dept, string post)
    {
        dept = dept.Trim(' ', '\u3000', '、', '·');
        if (dept.Length == 0) return null;
        return SharedLast.Contains(post[..1]) && !OrganEnd().IsMatch(dept) ? dept + post[0] : dept;
    }

    /// <summary>——全市重点部门主要负责人对话录 is a subtitle: what stands before the post is no office.</summary>
    private static bool IsOrgan(string dept, string post) => Department(dept, post) is not { } office || OrganEnd().IsMatch(office);

    private static string Unspaced(string name) => name.Replace(" ", "").Replace("\u3000", "");

    [GeneratedRegex(@"^(?:(?<dash>[—―–─－-]+)\s*)?(?<verb>(?:本报|本刊|独家|记者)?(?:专访|访谈|对话|走访|访问|访|对谈|记))?\s*(?<who>[^：:]+)(?:(?<colon>[：:])\s*(?<rest>.*))?$")]
    private static partial Regex Shape();

    [GeneratedRegex("^(?<dept>.*?)(?<post>" + Chinese.Post + @"(?:[、，兼和\s]{1,2}[^、，\s]{0,15}?" + Chinese.Post + @")*)\s*(?:[（(][^）)]{1,12}[）)])?\s*(?<name>" + Chinese.Name + ")(?:同志)?$")]
    private static partial Regex Person();

    [GeneratedRegex("^(?<dept>" + Chinese.Han + @"{1,20}?(?:局|委|办|厅|院|中心|公司|集团|银行|学校|大学))\s*(?<name>" + Chinese.Name + ")$")]
    private static partial Regex Postless();

    [GeneratedRegex(@"^[—―–─－-]+\s*(?:专访|对话|访)[^。；！？，：谈]*(?:局|委|办|厅|院|中心|公司|集团|大学|中学|街道|" + Chinese.Post + ")")]
    private static partial Regex Unread();

    [GeneratedRegex(@"^[—―–─－-]+\s*(?:专访|访谈|对话|走访|访|记)")]
    private static partial Regex Opening();

    [GeneratedRegex("^(?:访|谈|对话|采访|座谈|问答)|(?:访谈|对话|录|谈|系列)$")]
    private static partial Regex NoPerson();

    [GeneratedRegex("(?:局|厅|院|校|部|委|办|会|馆|所|社|台|中心|公司|集团|大学|学|[省市区县旗乡镇村])$")]
    private static partial Regex OrganEnd();
}
