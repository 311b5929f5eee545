namespace PolicyQa.Analysis;

/// <summary>Measure words and units.</summary>
public static class MeasureWords
{
    /// <summary>Longest first, as a regex alternative.</summary>
    public const string Alternatives =
        "平方公里|平方千米|平方米|立方米|千瓦时|人次|户次|万元|亿元|公里|千米|公顷|公斤|千克|小时|分钟|个月|周年|万亩|万吨|万人|万户|千瓦|百分点|百分之|[%％‰]|" +
        "名|位|个|家|所|项|户|类|条|件|座|处|亩|元|倍|次|场|届|年|岁|天|月|日|辆|台|套|间|床|张|部|门|种|批|人|吨|米|度|只|头|棵|株|艘|架|支|队|对|起|例|篇|本|册|期|站|线|段|栋|幢|片|块|分|级|层|笔|单|份|盏|口|组|班|轮|艺|颗|枚|顿|趟|号|周|课时|学时|市|县|区|省|国|镇|村|乡";
}
