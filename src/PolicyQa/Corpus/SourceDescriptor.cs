using System.Text.Json;

namespace PolicyQa.Corpus;

/// <summary>The optional <c>source.json</c>: what a person knows of the pages and the pages do not say in a machine's terms.</summary>
public sealed record SourceDescriptor(IReadOnlyList<SourceEntry> Sources)
{
    public const string FileName = "source.json";

    private static readonly JsonSerializerOptions Lenient = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    public static SourceDescriptor Empty { get; } = new([]);

    public SourceEntry? For(string path) => Sources.FirstOrDefault(s => s.File == path);

    /// <summary>A broken descriptor costs what it would have said, not the pages.</summary>
    public static SourceDescriptor Read(byte[] json, ICollection<ReadProblem> problems)
    {
        try
        {
            var body = json is [0xEF, 0xBB, 0xBF, ..] ? json.AsSpan(3) : json;
            var read = JsonSerializer.Deserialize<SourceDescriptor>(body, Lenient);
            return new([.. (read?.Sources ?? []).Where(s => s is not null)]);
        }
        catch (JsonException e)
        {
            var line = e.LineNumber is { } zeroBased ? (int?)zeroBased + 1 : null;
            problems.Add(new(FileName, line, $"说明文件不是有效的 JSON{(e.Path is null or "$" ? "" : $"（{e.Path}）")}，已忽略；各页面仍照常读取。"));
            return Empty;
        }
    }
}
