using System.Text.Json.Serialization;

namespace PolicyQa.Answering;

/// <summary>How a question ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AnswerStatus>))]
public enum AnswerStatus
{
    [JsonStringEnumMemberName("answered")]
    Answered,

    [JsonStringEnumMemberName("notFound")]
    NotFound,

    [JsonStringEnumMemberName("clarify")]
    Clarify,
}
