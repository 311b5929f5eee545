using PolicyQa.Analysis;
using PolicyQa.Questions;

namespace PolicyQa.Answering;

/// <summary>没有找到, and why, in plain words.</summary>
internal static class Refusal
{
    public static string Explain(Question question, Catalog catalog, ITermStatistics statistics)
    {
        var departments = string.Join("、", catalog.Departments.Departments.Select(d => d.Name));
        var years = string.Join("、", catalog.Years.Select(y => $"{y}年"));
        if (question.IsInstruction) return "没有找到答案。这里只根据收录的文章回答问题，不执行其他指令。";
        if (question.UnknownDepartment is { } unknown) return $"没有找到。收录的访谈里没有“{unknown}”，有：{departments}。";
        if (question.ForeignPlace is { } place) return $"没有找到与“{place}”有关的答案。收录的内容说的是{string.Join("、", catalog.Cities.DefaultIfEmpty("本市"))}。";
        if (question.Year is { } year && catalog.Years.Count > 0 && !catalog.Years.Contains(year)) return $"没有找到{year}年的答案。收录的是{years}的访谈。";
        if (question.YearOffset != 0 && catalog.Years.Count > 0) return $"没有找到这一年的答案。收录的是{years}的访谈。";
        var own = question.Focus.Where(f => !f.FromHistory && f.Text.Length > 1 && !StopWords.SayLittle(f.Text)).ToArray();
        if (own.Length == 0) return catalog.HasDepartments ? $"没有找到答案。可以问这些部门今年的工作安排：{departments}。" : "没有找到答案，请换个问法。";
        var missing = own.Where(f => statistics.Frequency(f.Text) == 0).Select(f => f.Text).Take(3).ToArray();
        // 二级以上养老院: what narrows the question is as likely what no page has.
        var narrowing = question.Qualifiers.Select(q => q.Text).Where(q => missing.All(m => !q.Contains(m, StringComparison.Ordinal) && !m.Contains(q, StringComparison.Ordinal))).Take(1).ToArray();
        var weighty = own.OrderByDescending(f => f.Weight).Select(f => f.Text).Where(t => !narrowing.Any(n => n.Contains(t, StringComparison.Ordinal))).Take(2 - narrowing.Length);
        var about = string.Join("、", (missing.Length > 0 ? missing : narrowing.Concat(weighty)).Select(t => $"“{t}”"));
        var where = question.Departments.Count > 0 ? string.Join("、", question.Departments) + "的访谈里" : "收录的文章里";
        return $"没有找到。{where}没有能回答{about}的内容。";
    }
}
