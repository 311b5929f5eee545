using System.Text.RegularExpressions;

namespace PolicyQa.Corpus;

/// <summary>Other names that an article gives its speaker's department: 市发展和改革委员会党组书记、主任伊德尔.</summary>
internal static class DepartmentNames
{
    public static IReadOnlyList<string> Of(string text, Byline? byline)
    {
        if (byline is not { Department: { } department, Speaker: { } speaker }) return [];
        var names = new List<string>();
        var shape = new Regex("(?<!" + Chinese.Han + ")(?<dept>" + Chinese.Han + "{2,25}?)" + Chinese.Post + "(?:[、，兼][^、，。；“”]{0,15}?" + Chinese.Post + ")*" + Regex.Escape(speaker), RegexOptions.None, TimeSpan.FromSeconds(5));
        foreach (var m in shape.Matches(text).Cast<Match>())
        {
            var name = m.Groups["dept"].Value;
            // 日前市水利局…: the name begins where the byline's own begins.
            var at = name.IndexOf(department[0]);
            if (at > 0) name = name[at..];
            if (name.Length > 1 && name != department && !department.EndsWith(name, StringComparison.Ordinal) && !names.Contains(name)) names.Add(name);
        }

        return names;
    }
}
