using System.Text.Json.Serialization;

namespace PolicyQa.Commitments;

/// <summary>How far a promise is, as officials say it. That one was broken is none of these: no entry, no rule and no wording says so.</summary>
[JsonConverter(typeof(CamelCaseEnum<CommitmentStatus>))]
public enum CommitmentStatus
{
    /// <summary>待评估: nobody has said anything that still holds.</summary>
    Pending,

    /// <summary>未到期: its time is still to come.</summary>
    NotDue,

    /// <summary>进展正常.</summary>
    OnTrack,

    /// <summary>滞后.</summary>
    Behind,

    /// <summary>已完成.</summary>
    Done,

    /// <summary>调整: what was promised has officially been changed.</summary>
    Adjusted,
}
