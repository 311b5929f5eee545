using System.Text.Json.Serialization;

namespace PolicyQa.App.Llm;

/// <summary>The verdict as a file that a person can read.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(VectorVerdict))]
internal sealed partial class VectorJson : JsonSerializerContext;
