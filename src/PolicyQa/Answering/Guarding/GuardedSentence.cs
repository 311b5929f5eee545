using System.Text.Json.Serialization;

namespace PolicyQa.Answering.Guarding;

/// <summary>One sentence of a rewording, and whether it may be shown.</summary>
/// <param name="Text">With its citations as [n].</param>
/// <param name="Citations">Ids it cites, in order of mention.</param>
/// <param name="Fault">Why not; null where it may.</param>
/// <param name="Subject">The word or figure the fault is about; null where there is none.</param>
public sealed record GuardedSentence(
    string Text,
    IReadOnlyList<int> Citations,
    [property: JsonConverter(typeof(CamelCaseEnum<GuardFault>)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] GuardFault? Fault = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Subject = null)
{
    /// <summary>It may be shown.</summary>
    public bool Kept => Fault is null;

    /// <summary>The fault in plain Chinese; null where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason => Fault is { } fault ? GuardFaultWords.Of(fault, Subject) : null;
}
