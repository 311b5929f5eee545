namespace PolicyQa.App.Data;

/// <summary>What was decided about a group of questions.</summary>
internal enum GroupState
{
    /// <summary>Nothing yet.</summary>
    Open,

    /// <summary>It has a reviewed answer.</summary>
    Answered,

    /// <summary>It will not be answered here, and whoever asks is told so.</summary>
    OutOfScope,

    /// <summary>Nothing is to be done.</summary>
    Dismissed,
}
