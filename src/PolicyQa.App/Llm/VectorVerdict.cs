using System.Text.Json;
using PolicyQa.App.Configuration;
using PolicyQa.Evaluation;

namespace PolicyQa.App.Llm;

/// <summary>What `embeddings check` measured, kept beside the vectors: whether they may have a say.</summary>
/// <param name="Model">As configured.</param>
/// <param name="Ranking">Fingerprint of code, lexicon and passages that it was measured with; with another one it says nothing.</param>
/// <param name="Questions">The question file; null = made of the corpus's own words.</param>
/// <param name="Measured">UTC.</param>
/// <param name="Helps">The verdict.</param>
/// <param name="Figures">What it rests on.</param>
internal sealed record VectorVerdict(string Model, string Ranking, string? Questions, DateTimeOffset Measured, bool Helps, RankingComparison Figures)
{
    /// <summary>The last verdict on this model; null where there is none, or none that can be read.</summary>
    public static VectorVerdict? Read(EmbeddingSettings settings)
    {
        try
        {
            using var file = File.OpenRead(VectorFiles.VerdictPath(settings));
            return JsonSerializer.Deserialize(file, VectorJson.Default.VectorVerdict);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Keeps it in place of the one before.</summary>
    public void Write(EmbeddingSettings settings)
    {
        Directory.CreateDirectory(settings.Folder);
        var (path, draft) = (VectorFiles.VerdictPath(settings), VectorFiles.VerdictPath(settings) + ".new");
        using (var file = File.Create(draft))
        {
            JsonSerializer.Serialize(file, this, VectorJson.Default.VectorVerdict);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }
}
