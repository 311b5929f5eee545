using System.Text.Json.Serialization;
using PolicyQa.Corpus;

namespace PolicyQa.App.Publishing;

/// <summary>A corpus as it was at one time: enough to put it back. Immutable.</summary>
/// <param name="Number">Counts up from 1.</param>
/// <param name="At">When it came to be, or was first seen.</param>
/// <param name="By">The account that published it; null where the folder was changed by hand.</param>
/// <param name="Title">What was done, in plain Chinese.</param>
/// <param name="Origin">How it came to be.</param>
/// <param name="Files">All files that make a difference, in ordinal order of their paths.</param>
internal sealed record CorpusState(int Number, DateTimeOffset At, string? By, string Title, StateOrigin Origin, IReadOnlyList<StateFile> Files)
{
    /// <summary>The same fingerprint: the same files.</summary>
    [JsonIgnore]
    public string Fingerprint { get; } = CorpusFolder.Fingerprint(Files.Select(f => (f.Path, f.Hash)));
}
