using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace PolicyQa.App.Channels.Http.Pages;

/// <summary>
/// A piece of HTML, written as an interpolated string: the literal parts are markup, every hole is encoded unless it is
/// itself <see cref="Html"/>. So forgetting to encode is not possible.
/// </summary>
[InterpolatedStringHandler]
internal sealed class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder text;

    public Html(int literalLength, int formattedCount) => text = new StringBuilder(literalLength + (formattedCount * 32));

    public static Html Empty { get; } = new(0, 0);

    /// <summary>All of them, one after another.</summary>
    public static Html Join(IEnumerable<Html> parts)
    {
        var all = new Html(0, 0);
        foreach (var part in parts) all.AppendFormatted(part);
        return all;
    }

    /// <summary>Each of <paramref name="items"/> rendered, one after another.</summary>
    public static Html Each<T>(IEnumerable<T> items, Func<T, Html> render) => Join(items.Select(render));

    public void AppendLiteral(string value) => text.Append(value);

    public void AppendFormatted(Html? value) => text.Append(value?.text);

    public void AppendFormatted(string? value) => text.Append(Encoder.Encode(value ?? ""));

    public void AppendFormatted(int value) => text.Append(value.ToString(CultureInfo.InvariantCulture));

    public override string ToString() => text.ToString();
}
