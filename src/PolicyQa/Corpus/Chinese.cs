namespace PolicyQa.Corpus;

/// <summary>Pieces of regular expressions that several readers of a page share.</summary>
internal static class Chinese
{
    public const string Han = @"[\p{IsCJKUnifiedIdeographs}〇]";

    /// <summary>Two to four characters, perhaps set apart (王　梅), or a name with · between its parts.</summary>
    public const string Name = "(?:" + Han + "{1,10}(?:[·•・]" + Han + "{1,10}){1,3}|" + Han + @"[ \u3000]{1,3}" + Han + "|" + Han + "{2,4})";

    /// <summary>Titles of a post, with the party body or rank before it.</summary>
    public const string Post =
        "(?:(?:(?:分?党组|党委|党工委|党总支|党支部|机关党委)(?:专职)?)?(?:副?书记|成员|委员)" +
        "|常委(?!会)" +
        "|(?:党组)?(?:常务|第一|执行|代理?|助理)?副?(?:局长|主任委员|主任|厅长|部长|院长|区长|县长|市长|省长|州长|盟长|旗长|镇长|乡长|村长|行长|董事长|总经理|总裁|经理|秘书长|理事长|会长|主席" +
        "|校长|所长|馆长|园长|站长|台长|社长|司长|署长|处长|科长|组长|厂长|总队长|支队长|大队长|队长|检察长|审判长|关长|总编辑|总编|总工程师|总监|政委|负责人|专员)|[一二三四]级(?:调研员|巡视员|高级主办))";

    public static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or '〇';
}
