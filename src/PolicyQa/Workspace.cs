using PolicyQa.Indexing;

namespace PolicyQa;

/// <summary>A corpus folder and the index folder that belongs to it.</summary>
/// <param name="corpus">Folder with the pages; must exist.</param>
/// <param name="index">Folder for the index; made where missing.</param>
/// <param name="options">What an operator may set.</param>
/// <param name="time">Clock for the reports.</param>
public sealed class Workspace(string corpus, string index, EngineOptions options, TimeProvider time)
{
    /// <summary>Reads the corpus, builds a new index beside the old one and publishes it atomically. On failure the old one stays.</summary>
    /// <exception cref="IOException">The corpus folder is missing, or the index folder cannot be written.</exception>
    public IndexReport BuildIndex(IProgress<IndexProgress>? progress = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException($"{corpus} {index} {options} {time}");

    /// <summary>
    /// Opens the last good index; builds first where it is missing or stale. Where that build fails and a good index
    /// exists, opens the good one and says so in <paramref name="warning"/>.
    /// </summary>
    public QaEngine Open(out string? warning, IProgress<IndexProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        warning = null;
        BuildIndex(progress, cancellationToken);
        return QaEngine.ForArticles([], options);
    }
}
