namespace PolicyQa.ReaderTraining;

/// <summary>What is known of a window.</summary>
internal enum WindowKind : byte
{
    /// <summary>It holds an answer, and where is known.</summary>
    Right,

    /// <summary>It holds none.</summary>
    Wrong,

    /// <summary>Nobody knows: what the teachers see in it is learnt.</summary>
    Unlabelled,
}
