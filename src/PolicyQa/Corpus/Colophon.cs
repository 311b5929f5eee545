using System.Text.RegularExpressions;

namespace PolicyQa.Corpus;

/// <summary>Lines about the making of the page (editors, layout, photographs): they belong to no article.</summary>
internal static partial class Colophon
{
    public static bool IsLine(string line) => line.Length <= 200 && !line.Contains('。') && Shape().IsMatch(line);

    /// <summary>What follows such a line and is no sentence is more of it.</summary>
    public static bool MayContinue(string line) => line.Length <= 120 && line.AsSpan().IndexOfAny("。！？；") < 0;

    private const string Role =
        "(?:(?:责任|值班|文字|视觉|执行|版面|图片|美术|见习)?(?:编辑|编审|编委|主编|总监|校对|审核|检校)|责编|美编|责校|版式(?:设计)?|组版|排版|制版|制图|摄影|设计|统筹|策划|监制|图片|照片|终审|审校|初审|复审|来源|投稿邮箱|新闻热线|联系电话)";

    private const string PageName = "(?:本|[一二三四五六七八九十]{1,3}|第?\\d{1,2}|[A-Z]\\d{0,2})版(?:面)?|本期|本专版|版面";

    /// <summary>"本版图片…" says enough; a role alone needs names after it.</summary>
    [GeneratedRegex("^[（(【\\[]?(?:(?:" + PageName + ")" + Role + "|" + Role +
        "(?:\\s*[：:/／]\\s*\\S|[^：:，]{0,8}(?:由|均?为)[^，]{2,80}(?:提供|摄影?|拍摄|制作)|[ \\u3000]+" + Chinese.Name + "(?:[ \\u3000、]|$)))")]
    private static partial Regex Shape();
}
