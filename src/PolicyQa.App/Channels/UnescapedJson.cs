using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PolicyQa.Corpus;

namespace PolicyQa.App.Channels;

/// <summary>How every channel writes JSON: camelCase, Chinese unescaped.</summary>
internal static class UnescapedJson
{
    /// <summary>Only for application/json, never inside HTML: &lt; and &amp; are unescaped too.</summary>
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.TypeInfoResolverChain.Insert(0, ChannelJson.Default.WithAddedModifier(StartAndEndOnly));
        return options;
    }

    public static string Serialize<T>(T value) => JsonSerializer.Serialize(value, (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T)));

    // The contract's spans are {"start","end"}; the length is a convenience of the code.
    private static void StartAndEndOnly(JsonTypeInfo info)
    {
        if (info.Type != typeof(TextSpan)) return;
        for (var i = info.Properties.Count - 1; i >= 0; i--)
            if (info.Properties[i].Name == "length")
                info.Properties.RemoveAt(i);
    }
}
