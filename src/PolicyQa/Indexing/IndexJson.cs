using System.Text.Json.Serialization;

namespace PolicyQa.Indexing;

/// <summary>Source-generated JSON: no reflection on the way to the first answer.</summary>
[JsonSerializable(typeof(IndexManifest))]
internal sealed partial class IndexJson : JsonSerializerContext;
