using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PolicyQa.App.Channels.WeChat;

/// <summary>JSON as Tencent's servers want it: raw UTF-8, Chinese and emoji unescaped.</summary>
internal static partial class BotJson
{
    private static readonly JsonWriterOptions Raw = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One object.</summary>
    public static string Write(Action<Utf8JsonWriter> fields)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Raw))
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        }

        // Even the relaxed encoder escapes what is beyond 16 bits; WeChat would show the escape to the person.
        return EscapedPair().Replace(Encoding.UTF8.GetString(buffer.WrittenSpan), m => m.Groups[1].Success ? $"{Unit(m.Groups[1])}{Unit(m.Groups[2])}" : m.Value);
    }

    /// <summary>Null where the text is no JSON object.</summary>
    public static JsonElement? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The text at a path of names; empty where there is none.</summary>
    public static string Text(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return "";
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.String => XmlText.Clean(element.GetString()!),
                JsonValueKind.Number => element.GetRawText(),
                _ => "",
            };
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: valid JSON, but no text.
            return "";
        }
    }

    private static char Unit(Group hex) => (char)Convert.ToInt32(hex.Value, 16);

    // A backslash that is itself escaped is skipped as a pair, so that what follows it is not taken for an escape.
    [GeneratedRegex(@"\\\\|\\u(D[89AB]..)\\u(D[C-F]..)", RegexOptions.IgnoreCase)]
    private static partial Regex EscapedPair();
}
