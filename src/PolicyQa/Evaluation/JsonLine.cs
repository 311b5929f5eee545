using System.Text.Json;

namespace PolicyQa.Evaluation;

/// <summary>One object of a .jsonl file; whatever is wrong with it is said with file, line and field.</summary>
internal sealed class JsonLine(string path, int number, JsonElement element)
{
    public int Number => number;

    public EvaluationFileException Fault(string fault, Exception? inner = null) => new(path, number, fault, inner);

    public string RequiredText(string name)
    {
        var text = OptionalText(name) ?? throw Fault($"缺少“{name}”");
        return text;
    }

    public string? OptionalText(string name) => Find(name) is { } value ? Text(value, name) : null;

    /// <summary>A list of strings; a single string counts as a list of one. Null where the field is missing or null.</summary>
    public IReadOnlyList<string>? Texts(string name)
    {
        if (Find(name) is not { } value) return null;
        if (value.ValueKind != JsonValueKind.Array) return [Text(value, name)];
        return [.. value.EnumerateArray().Select(item => Text(item, name))];
    }

    private JsonElement? Find(string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private string Text(JsonElement value, string name)
    {
        if (value.ValueKind != JsonValueKind.String) throw Fault($"“{name}”应是字符串，实际是 {value.ValueKind}");
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            // Half a surrogate pair (\ud800) is valid JSON but no text.
            throw Fault($"“{name}”里有不完整的字符", e);
        }
    }
}
