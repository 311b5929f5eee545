namespace PolicyQa.Commitments;

/// <summary>The last that officials said of one promise. Immutable.</summary>
/// <param name="Status">What they said.</param>
/// <param name="Evidence">In their words; null where they gave none.</param>
/// <param name="Link">An http(s) address; null where they gave none.</param>
/// <param name="Day">When they said it.</param>
public sealed record StatusEntry(CommitmentStatus Status, string? Evidence, string? Link, DateOnly Day);
