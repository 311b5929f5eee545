using System.Text.Json.Serialization;

namespace PolicyQa.App.Operations;

/// <summary>How a part of the service fares.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Condition>))]
internal enum Condition
{
    [JsonStringEnumMemberName("ready")]
    Ready,

    /// <summary>Questions are answered; something else does not work.</summary>
    [JsonStringEnumMemberName("degraded")]
    Degraded,

    /// <summary>Questions are not answered.</summary>
    [JsonStringEnumMemberName("failing")]
    Failing,
}
