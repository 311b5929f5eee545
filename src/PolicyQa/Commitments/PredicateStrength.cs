namespace PolicyQa.Commitments;

/// <summary>What it takes for a predicate to be a promise.</summary>
internal enum PredicateStrength
{
    /// <summary>建设, 引进: promises by itself.</summary>
    Deed,

    /// <summary>提升, 促进: at the head of a sentence, or with a figure.</summary>
    Aim,

    /// <summary>确保, 让, 达到: only with a figure or a time.</summary>
    Outcome,
}
