using System.Text.Json;

namespace PolicyQa.App.Channels.Http;

/// <summary>A request's body read as a JSON object. A bad body is an expected failure: a value.</summary>
internal static class JsonBody
{
    /// <summary>What <paramref name="read"/> makes of the object, or what <paramref name="fault"/> makes of what is wrong, in Chinese.</summary>
    /// <param name="request">Its body is read to the end.</param>
    /// <param name="example">An object as it should be, for whoever sent something else.</param>
    /// <param name="read">Must keep nothing of the element.</param>
    /// <param name="fault">Gets the fault's words.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public static async Task<T> ReadAsync<T>(HttpRequest request, string example, Func<JsonElement, T> read, Func<string, T> fault, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType()) return fault("请求应是 JSON（Content-Type: application/json）");
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellationToken);
            return document.RootElement.ValueKind == JsonValueKind.Object ? read(document.RootElement) : fault($"请求应是一个 JSON 对象，如 {example}");
        }
        catch (JsonException)
        {
            return fault("请求的内容不是合法的 JSON");
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair (\ud800): valid JSON, but no text.
            return fault("请求里有不完整的字符");
        }
    }

    /// <summary>A field that is true, false or not there (which is false); the result is false for anything else.</summary>
    public static bool Flag(JsonElement root, string name, out bool value)
    {
        value = root.TryGetProperty(name, out var property) && property.ValueKind == JsonValueKind.True;
        return value || property.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.False;
    }
}
