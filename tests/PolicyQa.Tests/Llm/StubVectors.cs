using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PolicyQa.App.Configuration;

namespace PolicyQa.Tests.Llm;

/// <summary>A stub's /embeddings: what a request asks for, and replies of every kind.</summary>
internal static class StubVectors
{
    public const int Dimensions = 64;

    public static EmbeddingSettings Settings(string endpoint, string folder) => new(new Uri(endpoint), "stub", "stub-key", folder)
    {
        Batch = 2,
        Timeout = TimeSpan.FromSeconds(60),
        Patience = TimeSpan.FromMilliseconds(300),
    };

    public static string[] Switches(string endpoint) => [$"--Llm:EmbeddingEndpoint={endpoint}", "--Llm:EmbeddingModel=stub", "--Llm:EmbeddingApiKey=stub-key"];

    /// <summary>The texts that a request wants vectors of.</summary>
    public static string[] Asked(string request)
    {
        using var body = JsonDocument.Parse(request[request.IndexOf('{', StringComparison.Ordinal)..]);
        return [.. body.RootElement.GetProperty("input").EnumerateArray().Select(t => t.GetString()!)];
    }

    /// <summary>Replies with a vector for each text.</summary>
    public static Task Write(HttpContext context, string[] texts, Func<string, float[]> vector) =>
        Raw(context, JsonSerializer.Serialize(new { @object = "list", model = "stub", data = texts.Select((t, i) => new { @object = "embedding", index = i, embedding = vector(t) }), usage = new { prompt_tokens = 1, total_tokens = 1 } }));

    public static Task Raw(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json, context.RequestAborted);
    }

    /// <summary>Texts of the same characters have the same direction.</summary>
    public static float[] Characters(string text)
    {
        var vector = new float[Dimensions];
        foreach (var c in text) vector[c * 2654435761u % Dimensions]++;
        return vector;
    }
}
