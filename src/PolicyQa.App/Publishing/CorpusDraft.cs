namespace PolicyQa.App.Publishing;

/// <summary>Changes that somebody prepared and nobody published yet. Immutable.</summary>
/// <param name="Id">Made of its content.</param>
/// <param name="At">When it was made.</param>
/// <param name="By">Who made it.</param>
/// <param name="Title">What it does, in plain Chinese.</param>
/// <param name="Restores">The number of the state it puts back; null where it does not.</param>
/// <param name="Changes">Against the corpus of the moment; of a draft that restores they are worked out anew each time.</param>
internal sealed record CorpusDraft(string Id, DateTimeOffset At, string By, string Title, int? Restores, IReadOnlyList<CorpusChange> Changes);
