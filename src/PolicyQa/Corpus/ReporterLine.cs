using System.Text.RegularExpressions;

namespace PolicyQa.Corpus;

/// <summary>The line that says who wrote it: ●本报记者 苗欣.</summary>
/// <param name="Names">In the order of the page, joined by 、.</param>
/// <param name="Certain">A mark or a space sets the names apart; otherwise only its place can tell (记者了解到).</param>
internal sealed partial record ReporterLine(string Names, bool Certain)
{
    public static ReporterLine? Parse(string line)
    {
        line = line.Trim('*', '_', ' ', '\u3000', '（', '）', '(', ')');
        if (line.Length > 60) return null;
        var m = Shape().Match(line);
        if (!m.Success) return null;
        var names = Roles().Replace(m.Groups["names"].Value, " ").Split((char[])[' ', '\u3000', '、', '/', '／', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return names.Length == 0 ? null : new(string.Join('、', names), m.Groups["mark"].Success || m.Groups["gap"].Success);
    }

    [GeneratedRegex(@"^(?<mark>[●□■◎◆◇○★☆▲△▶►•·]+)?\s*(?:" + Role + @"|文[/／]图?|采写|撰文)(?<gap>[：:\s/／]+)?(?<names>(?:" + Piece + @")(?:[\s、/／]+(?:" + Piece + "))*)$")]
    private static partial Regex Shape();

    [GeneratedRegex(Role + "[：:]?|文[/／]图|[/／]?(?:文|图|摄影?)$")]
    private static partial Regex Roles();

    private const string Role = Chinese.Han + "{0,8}(?:记者|通讯员|实习生)";

    private const string Piece = "(?:" + Role + @"[：:\s]*)?(?:" + Chinese.Name + @")|" + Role + @"|[/／]?(?:文|图|文[/／]图|摄影?)";
}
