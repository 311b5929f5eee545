namespace PolicyQa.App.Publishing;

/// <summary>What became of a publication.</summary>
/// <param name="State">The new state; null where nothing was published.</param>
/// <param name="Fault">Why nothing was published; null where it was.</param>
/// <param name="NotServed">It is on the disk but does not answer yet, and why; null where it does.</param>
internal sealed record PublishOutcome(CorpusState? State, string? Fault = null, string? NotServed = null);
