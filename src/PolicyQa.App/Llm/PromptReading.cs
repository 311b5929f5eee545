using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyQa.App.Llm;

/// <summary>A prompt file read, or what is wrong with it.</summary>
/// <param name="Prompt">Null where it is broken.</param>
/// <param name="Fault">In Chinese, with the line; null where all is well.</param>
internal sealed partial record PromptReading(Prompt? Prompt, string? Fault)
{
    private const string SystemHead = "# 系统";
    private const string UserHead = "# 用户";

    /// <summary>Reads the text of a file: a header between two lines of ---, then the parts 系统 and 用户.</summary>
    public static PromptReading Of(string text, PromptKind kind)
    {
        var lines = text.ReplaceLineEndings("\n").TrimStart('\uFEFF').Split('\n');
        if (lines[0].Trim() != "---") return Faulty(1, "应以一行 --- 开头，下面写模型的设置");
        var end = Array.FindIndex(lines, 1, l => l.Trim() == "---");
        if (end < 0) return Faulty(1, "开头的设置没有以一行 --- 结束");
        double? temperature = null;
        int? tokens = null;
        for (var i = 1; i < end; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            var parts = line.Replace('：', ':').Split(':', 2, StringSplitOptions.TrimEntries);
            if (parts.Length != 2) return Faulty(i + 1, $"看不懂“{line}”，应写成“名称: 值”");
            switch (parts[0])
            {
                case "temperature" when double.TryParse(parts[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 2:
                    temperature = value;
                    break;
                case "temperature":
                    return Faulty(i + 1, $"temperature 应是 0 到 2 之间的数，实际是“{parts[1]}”");
                case "max_tokens" when int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is >= 1 and <= 100_000:
                    tokens = value;
                    break;
                case "max_tokens":
                    return Faulty(i + 1, $"max_tokens 应是 1 到 100000 之间的整数，实际是“{parts[1]}”");
                default:
                    return Faulty(i + 1, $"没有“{parts[0]}”这项设置，只有 temperature 和 max_tokens");
            }
        }

        if (temperature is null) return Faulty(end + 1, "缺少 temperature（0 到 2 之间的数）");
        if (tokens is null) return Faulty(end + 1, "缺少 max_tokens（整数）");
        var system = Array.FindIndex(lines, end + 1, l => l.Trim() == SystemHead);
        var user = Array.FindIndex(lines, end + 1, l => l.Trim() == UserHead);
        if (system < 0 || user < system) return Faulty(end + 1, $"设置下面应先有一行“{SystemHead}”，再有一行“{UserHead}”");
        var rules = string.Join('\n', lines[(system + 1)..user]).Trim();
        var request = string.Join('\n', lines[(user + 1)..]).Trim();
        if (rules.Length == 0) return Faulty(system + 1, $"“{SystemHead}”下面是空的");
        return FaultOf(request, kind, user + 1) ?? new PromptReading(new Prompt(temperature.Value, tokens.Value, rules, request), null);
    }

    private static PromptReading? FaultOf(string request, PromptKind kind, int line)
    {
        var named = Names().Matches(request).Select(m => m.Groups[1].Value.Trim()).ToArray();
        if (Array.Find(named, n => !kind.Data.Contains(n)) is { } unknown) return Faulty(line, $"没有“{{{{{unknown}}}}}”这项内容，只有{string.Join("、", kind.Data.Select(d => $"{{{{{d}}}}}"))}");
        if (kind.Data.FirstOrDefault(d => !named.Contains(d)) is { } missing) return Faulty(line, $"缺少“{{{{{missing}}}}}”");
        return request.Split("{{").Length - 1 == named.Length ? null : Faulty(line, "有一处 {{ 没有对应的 }}");
    }

    private static PromptReading Faulty(int line, string fault) => new(null, $"第{line}行：{fault}");

    [GeneratedRegex(@"\{\{([^{}]*)\}\}")]
    private static partial Regex Names();
}
