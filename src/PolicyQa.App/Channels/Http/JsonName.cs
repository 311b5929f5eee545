using System.Text.Json;

namespace PolicyQa.App.Channels.Http;

/// <summary>Names of the engine's enumerations in JSON: camelCase.</summary>
internal static class JsonName
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
