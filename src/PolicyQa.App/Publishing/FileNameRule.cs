using System.Globalization;
using System.Text;
using PolicyQa.Corpus;

namespace PolicyQa.App.Publishing;

/// <summary>Which names a page that somebody brings may have: a plain file name that every system can hold, in no folder, hidden nowhere.</summary>
internal static class FileNameRule
{
    private const int MostBytes = 200;
    private const string Forbidden = "\\/:*?\"<>|";

    /// <summary>The name to use, or what is wrong with it.</summary>
    public static (string? Name, string? Fault) Check(string? given)
    {
        var name = (given ?? "").Trim();
        if (name.Length == 0) return (null, "文件没有名字");
        if (!IsWellFormed(name)) return (null, "文件名里有不能用的字符");
        name = name.Normalize(NormalizationForm.FormC);
        if (name.AsSpan().IndexOfAny(Forbidden) >= 0) return (null, $"文件名“{name}”里不能有 {string.Join(' ', Forbidden.ToCharArray())}");
        if (name[0] == '.' || name.EndsWith('.')) return (null, $"文件名“{name}”不能以点开头或结尾");
        if (Encoding.UTF8.GetByteCount(name) > MostBytes) return (null, "文件名太长，请改短一些");
        if (name.Equals(SourceDescriptor.FileName, StringComparison.OrdinalIgnoreCase)) return (null, "source.json 不用上传：年份、城市、标题在“填写说明”里改");
        if (!CorpusFolder.IsPage(name)) return (null, $"“{name}”不是能读的文件：请另存为 .txt、.md 或 .html");
        return (name, null);
    }

    /// <summary>No half characters, nothing invisible: control characters, and those that turn the reading direction around.</summary>
    private static bool IsWellFormed(string name)
    {
        foreach (var rune in name.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned) return false;
        }

        return true;
    }
}
