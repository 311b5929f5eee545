using System.Text.Json.Serialization;

namespace PolicyQa.Commitments;

/// <summary>By what a commitment can be checked.</summary>
[JsonConverter(typeof(CamelCaseEnum<CommitmentKind>))]
public enum CommitmentKind
{
    /// <summary>It names a figure, or all of something.</summary>
    Measurable,

    /// <summary>It names no figure, but a time.</summary>
    Deadline,

    /// <summary>It names neither.</summary>
    Measure,
}
