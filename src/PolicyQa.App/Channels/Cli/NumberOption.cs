using System.CommandLine;
using System.Globalization;

namespace PolicyQa.App.Channels.Cli;

/// <summary>A whole number within bounds. Read as text so that a wrong value gets our own message.</summary>
internal sealed class NumberOption(string name, int least, int most, int fallback)
{
    public Option<string?> Option { get; } = new(name);

    public NumberOption Described(string description)
    {
        Option.Description = $"{description}（{least}–{most}，默认 {fallback}）";
        Option.HelpName = "个数";
        return this;
    }

    public int Value(ParseResult parse)
    {
        if (parse.GetValue(Option) is not { } text) return fallback;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        throw new UserErrorException($"选项 {Option.Name} 应是 {least} 到 {most} 之间的整数，实际是“{text}”");
    }
}
