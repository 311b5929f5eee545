using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyQa;

/// <summary>An enumeration as JSON writes it: belowThreshold, not 9.</summary>
public sealed class CamelCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase)
    where T : struct, Enum;
