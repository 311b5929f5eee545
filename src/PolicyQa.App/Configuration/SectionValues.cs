using System.Globalization;

namespace PolicyQa.App.Configuration;

/// <summary>One section of the settings. An empty value counts as not set; messages name the key and never show a secret.</summary>
internal sealed class SectionValues(IConfiguration configuration, string section)
{
    private const int LongestAddress = 200;

    public string Section => section;

    /// <summary>Trimmed; empty where not set.</summary>
    public string Text(string name) => configuration[$"{section}:{name}"]?.Trim() ?? "";

    /// <summary>Several values: a list, or one text with commas as an environment variable holds it. Some may be empty.</summary>
    public IReadOnlyList<string> List(string name)
    {
        var values = configuration.GetSection($"{section}:{name}");
        return [.. values.GetChildren().Select(c => c.Value ?? ""), .. (values.Value ?? "").Split(',', ';')];
    }

    public bool Flag(string name, bool fallback)
    {
        var value = Text(name);
        if (value.Length == 0) return fallback;
        return bool.TryParse(value, out var flag) ? flag : throw new UserErrorException($"设置 {section}:{name} 应是 true 或 false，实际是“{value}”");
    }

    public int Number(string name, int fallback, int most)
    {
        var value = Text(name);
        if (value.Length == 0) return fallback;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most) return number;
        throw new UserErrorException($"设置 {section}:{name} 应是 0 到 {most} 之间的整数，实际是“{value}”");
    }

    /// <summary>An http(s) address without a slash at its end; null where not set.</summary>
    public string? Address(string name)
    {
        var value = Text(name);
        if (value.Length == 0) return null;
        // Links have to fit into a message of 2,000 bytes.
        if (value.Length <= LongestAddress && Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Query.Length == 0 && !value.Any(c => c is '"' or '<' or '>' or ' '))
            return value.TrimEnd('/');
        throw new UserErrorException($"设置 {section}:{name} 应是 http:// 或 https:// 开头的网址，实际是“{value}”");
    }
}
