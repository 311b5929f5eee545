using System.Text.RegularExpressions;
using PolicyQa.Corpus;

namespace PolicyQa.Answering;

/// <summary>Finds dates, deadlines and periods in folded text: 年底前, 秋季开学前, 上半年, 2025年6月底.</summary>
public static partial class TimeFinder
{
    public static IReadOnlyList<TextSpan> Find(string folded) =>
        [.. Pattern().Matches(folded).Where(m => m.Length > 1).Select(m => new TextSpan(m.Index, m.Index + m.Length))];

    private const string Tail = "(?:之前|以前|前后|前|之内|以内|内|以后|之后|后|起|开始|期间|左右)";

    [GeneratedRegex(
        @"(?:到|至)?(?:(?:19|20)\d\d年|今年|明年|去年|本年|当年|次年|后年)?(?:以来|前)?" +
        @"(?:\d{1,2}月(?:\d{1,2}日|份|底|初|中旬|上旬|下旬|末)?(?:(?:-|—|至|到|~)(?:\d{1,2}月)?(?:\d{1,2}日)?)?|[一二三四五六七八九十]{1,3}月(?:份|底|初|中旬|上旬|下旬)?|第?[一二三四]季度(?:末)?|上半年|下半年|年底|年内|年初|年中|年末|全年|[春夏秋冬]季(?:学期)?|暑期|寒假|暑假|新学期|[春秋]季学期|汛期|采暖期|供暖季|供暖期|旺季|五一(?!是|、)|(?<![\u4e00-\u9fff])十一(?=[前后])|国庆|春节|元旦|中秋|端午|清明|“?十[三四五六]五”?|开学)(?:开学|学期|末|底|节|期间)*" + Tail + "?" +
        @"|(?:19|20)\d\d年(?:底|初|末|中|内|度)?" + Tail + "?" +
        @"|[\u4e00-\u9fff]{0,2}(?:开学|汛期|供暖|采暖|春节|国庆|元旦|高考|中考|入冬|入汛|雨季|旅游旺季)(?:之前|以前|前|后|期间)" +
        @"|\d{1,2}日|(?:早上|上午|中午|下午|晚上|夜里|凌晨|每晚|当晚)?\d{1,2}(?:时|点)(?:\d{1,2}分|半)?|(?:每|本)(?:年|月|周|天|季度)|(?:\d+|[一二三四五六七八九十两半])个?工作日(?:之内|以内|内)?|[一二三四五六七八九十两\d]+(?:年|个月|天|周|小时|分钟)(?:之内|以内|内|时间)|周[一二三四五六日末]|今明两年|近日|日前")]
    private static partial Regex Pattern();
}
