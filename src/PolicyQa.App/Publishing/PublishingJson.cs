using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyQa.App.Publishing;

/// <summary>What is written into the history folder.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(CorpusState))]
[JsonSerializable(typeof(CorpusDraft))]
[JsonSerializable(typeof(Publication))]
internal sealed partial class PublishingJson : JsonSerializerContext;
