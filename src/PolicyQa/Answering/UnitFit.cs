using System.Collections.Frozen;

namespace PolicyQa.Answering;

/// <summary>Whether a figure's unit can answer what was asked.</summary>
public static class UnitFit
{
    private static readonly FrozenDictionary<string, string> Classes = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["person"] = ["名", "人", "位", "万人", "人次", "口"],
        ["money"] = ["元", "万元", "亿元"],
        ["length"] = ["公里", "千米", "米", "里"],
        ["area"] = ["平方米", "平方公里", "平方千米", "亩", "万亩", "公顷"],
        ["mass"] = ["吨", "万吨", "公斤", "千克"],
        ["share"] = ["%", "％", "‰", "百分点", "百分之", "倍", "成"],
        ["duration"] = ["年", "个月", "天", "小时", "分钟", "周年", "周"],
        ["age"] = ["岁"],
        ["power"] = ["千瓦", "千瓦时", "度"],
        ["thing"] = ["个", "家", "所", "项", "座", "处", "间", "条", "件", "类", "种", "户", "万户", "户次", "台", "套", "辆", "床", "张", "部", "门", "批", "场", "次", "届", "站", "段", "栋", "幢", "片", "块", "分", "笔", "单", "份", "盏", "组", "班", "支", "队", "对", "起", "例", "篇", "本", "册", "期", "线", "只", "头", "棵", "株", "艘", "架", "轮", "颗", "枚", "顿", "趟", "课时", "学时", "市", "县", "区", "省", "国", "镇", "村", "乡"],
    }.SelectMany(p => p.Value.Select(u => (Unit: u, Class: p.Key))).ToFrozenDictionary(p => p.Unit, p => p.Class, StringComparer.Ordinal);

    private static readonly string[] PersonNouns = ["教师", "老师", "人才", "人员", "医生", "护士", "学生", "专家", "院士", "员工", "职工", "毕业生", "记者", "教练", "工人", "农民", "干部", "人", "师", "者", "员", "生"];

    private static readonly string[] MoneyNouns = ["钱", "资金", "预算", "投资", "补贴", "补助", "奖金", "工资", "经费", "费用", "票价", "价格", "收入", "产值", "金额", "营业额", "税收"];

    /// <summary>Class of a unit: person, money, length …; null for none.</summary>
    public static string? ClassOf(string unit) => Classes.GetValueOrDefault(unit);

    /// <summary>Class that a question demands by its unit or by the noun it counts; null where it leaves that open.</summary>
    public static string? Demanded(string? unit, string? noun)
    {
        // 个 counts anything.
        if (unit is not (null or "" or "个") && ClassOf(unit) is { } named) return named;
        if (noun is null) return null;
        if (PersonNouns.Any(n => noun.EndsWith(n, StringComparison.Ordinal))) return "person";
        if (noun is "比例" or "占比" or "比率" or "比重" || noun.EndsWith("率", StringComparison.Ordinal)) return "share";
        return MoneyNouns.Any(n => noun.EndsWith(n, StringComparison.Ordinal)) ? "money" : null;
    }

    /// <summary>0 (cannot answer) to 1 (the very unit).</summary>
    public static double Of(Quantity quantity, string? unit, string? noun)
    {
        var demanded = Demanded(unit, noun);
        var given = ClassOf(quantity.Unit);
        var fit = (demanded, given) switch
        {
            (null, _) => unit == quantity.Unit || (unit is null && given is not null) ? 1 : given is "thing" or "person" ? 0.93 : 0.75,
            _ when unit == quantity.Unit => 1,
            // 几类 is not answered by 60项, but 几个 may be by 30家.
            ("thing", "thing") => 0.85,
            _ when demanded == given => 0.97,
            // 个 may count people as well as things: 招多少老师 … 30个.
            ("person", "thing") => quantity.Unit is "个" ? 0.85 : 0.4,
            ("thing", "person") => 0.5,
            ("thing", null) => 0.7,
            _ => 0,
        };
        return quantity.InName ? fit * 0.6 : fit;
    }
}
