using PolicyQa.Answering;

namespace PolicyQa.App.Review;

/// <summary>An answer as an official is writing it.</summary>
/// <param name="Text">What readers will see.</param>
/// <param name="Office">Who answers for it.</param>
/// <param name="Date">When it was checked.</param>
/// <param name="Quotations">What it rests on, verbatim.</param>
internal sealed record AnswerDraft(string Text, string Office, DateOnly Date, IReadOnlyList<ReviewedQuotation> Quotations)
{
    public const int LongestText = 1000;
    public const int LongestOffice = 60;
    public const int MostQuotations = 10;

    /// <summary>What is wrong with it, in Chinese; none where it can be given.</summary>
    public IEnumerable<string> FaultsOf(QaEngine engine, DateOnly today)
    {
        if (Text.Length is 0 or > LongestText) yield return $"请写答复，最多 {LongestText} 个字";
        if (Office.Length is 0 or > LongestOffice) yield return $"请写明审核单位，最多 {LongestOffice} 个字";
        if (Date > today) yield return "审核日期不能晚于今天";
        if (Quotations.Count is 0 or > MostQuotations) yield return $"请选 1 到 {MostQuotations} 处原文作出处";
        if (Quotations.Any(q => q.Find(engine) < 0)) yield return "选中的原文已经变了，请重新查找";
        var loose = Figures.Unsupported(Text, [.. Quotations.Select(q => q.Excerpt)]).Distinct(StringComparer.Ordinal).ToList();
        if (loose.Count > 0) yield return $"答复里的数字要在选中的原文里有：{string.Join("、", loose)}";
    }
}
