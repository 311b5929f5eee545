using System.Text.RegularExpressions;

namespace PolicyQa.Questions;

/// <summary>Posts that a question may ask about.</summary>
public static partial class PostWords
{
    /// <summary>The post named in folded text: 局长, 主任, 一把手 …; null where there is none.</summary>
    public static string? Find(string folded) => Post().Match(folded) is { Success: true } m ? m.Value : null;

    /// <summary>True for a word that means whoever heads the department (一把手, 领导, 负责人, 头儿).</summary>
    public static bool MeansHead(string post) => post is "一把手" or "领导" or "负责人" or "主要负责人" or "头儿" or "老大" or "头头" or "掌门人" or "当家人" or "带头人" or "管事的" or "主管";

    [GeneratedRegex(@"主要负责人|负责人|一把手|领导|头儿|头头|老大|掌门人|当家人|带头人|管事的|(?:常务)?副(?:局长|主任|书记|厅长|部长|院长|区长|县长|市长|校长|行长|会长|主席|所长|处长)|党组书记|党委书记|(?:总)?书记|局长|主任|厅长|部长|院长|区长|县长|市长|校长|行长|董事长|总经理|会长|主席|所长|处长|馆长|科长|秘书长")]
    private static partial Regex Post();
}
