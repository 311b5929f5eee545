using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyQa.Corpus;

/// <summary>Changes one entry of a <c>source.json</c> and leaves the others, and fields unknown here, as they are. Comments are lost.</summary>
public static class SourceDescriptorEdit
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonNodeOptions AnyCase = new() { PropertyNameCaseInsensitive = true };
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The file with this entry; null where the present one is no JSON of the right shape and would be lost.</summary>
    /// <param name="json">The present file; null where there is none.</param>
    /// <param name="entry">Names the file; a part that is null is taken out.</param>
    public static byte[]? Set(byte[]? json, SourceEntry entry) => Edit(json, sources =>
    {
        var own = sources.OfType<JsonObject>().FirstOrDefault(s => Names(s, entry.File));
        if (own is null) sources.Add(own = new JsonObject(AnyCase) { ["file"] = entry.File });
        Put(own, "title", entry.Title is { } title ? JsonValue.Create(title) : null);
        Put(own, "year", entry.Year is { } year ? JsonValue.Create(year) : null);
        Put(own, "city", entry.City is { } city ? JsonValue.Create(city) : null);
    });

    /// <summary>The file without the entry of <paramref name="file"/>; null as above.</summary>
    public static byte[]? Remove(byte[] json, string file) => Edit(json, sources => sources.RemoveAll(s => s is JsonObject own && Names(own, file)));

    private static byte[]? Edit(byte[]? json, Action<JsonArray> edit)
    {
        var root = json is null ? new JsonObject(AnyCase) : Parse(json);
        if (root is null) return null;
        if (root["sources"] is not { } found) root["sources"] = found = new JsonArray();
        if (found is not JsonArray sources) return null;
        edit(sources);
        return [.. JsonSerializer.SerializeToUtf8Bytes(root, Written), (byte)'\n'];
    }

    private static JsonObject? Parse(byte[] json)
    {
        try
        {
            var body = json is [0xEF, 0xBB, 0xBF, ..] ? json.AsSpan(3) : json;
            return JsonNode.Parse(body, AnyCase, Lenient) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool Names(JsonObject entry, string? file) => entry["file"] is JsonValue value && value.TryGetValue(out string? name) && name == file;

    private static void Put(JsonObject entry, string name, JsonValue? value)
    {
        if (value is null) entry.Remove(name);
        else entry[name] = value;
    }
}
