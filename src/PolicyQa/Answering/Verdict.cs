using System.Text.Json.Serialization;

namespace PolicyQa.Answering;

/// <summary>How a question ended, and why.</summary>
/// <param name="Status">answered, notFound or clarify.</param>
/// <param name="Reason">Why.</param>
/// <param name="Confidence">Of the best reading; null where none was judged.</param>
/// <param name="Threshold">What it takes to be answered.</param>
/// <param name="Subject">Whom or what the reason is about (the departments to choose from); null where it speaks for itself.</param>
public sealed record Verdict(
    AnswerStatus Status,
    [property: JsonConverter(typeof(CamelCaseEnum<VerdictReason>))] VerdictReason Reason,
    double? Confidence,
    double Threshold,
    string? Subject);
