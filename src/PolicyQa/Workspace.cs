using PolicyQa.Analysis;
using PolicyQa.Corpus;
using PolicyQa.Indexing;

namespace PolicyQa;

/// <summary>A corpus folder and the index folder that belongs to it.</summary>
/// <param name="corpus">Folder with the pages; must exist.</param>
/// <param name="index">Folder for the index; made where missing.</param>
/// <param name="options">What an operator may set.</param>
/// <param name="time">Clock for the reports.</param>
public sealed class Workspace(string corpus, string index, EngineOptions options, TimeProvider time)
{
    /// <summary>The file of an index folder that is written last when a new index is published.</summary>
    public const string Pointer = IndexStore.Pointer;

    private readonly IndexStore _store = new(index);

    /// <summary>Reads the corpus, builds a new index beside the old one and publishes it atomically. On failure the old one stays.</summary>
    /// <exception cref="IOException">The corpus folder is missing, or the index folder cannot be written.</exception>
    public IndexReport BuildIndex(IProgress<IndexProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var started = time.GetTimestamp();
        return Build(CorpusReader.Load(corpus, cancellationToken), Lexicon.Read(corpus), started, progress, cancellationToken);
    }

    /// <summary>
    /// Opens the last good index; builds first where it is missing or stale. Where that build fails and a good index
    /// exists, opens the good one and says so in <paramref name="warning"/>; where the pages are there but the index cannot be written,
    /// it is built in memory, for this time.
    /// </summary>
    /// <exception cref="IOException">There is no index, and none can be built.</exception>
    public QaEngine Open(out string? warning, IProgress<IndexProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Open(out warning, out _, progress, cancellationToken);

    /// <summary>The same; <paramref name="isStale"/> where an older index had to do.</summary>
    /// <exception cref="IOException">There is no index, and none can be built.</exception>
    public QaEngine Open(out string? warning, out bool isStale, IProgress<IndexProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        warning = null;
        isStale = false;
        // Opening the last index and looking at the files take about as long as each other: side by side.
        var opening = Task.Run(_store.OpenCurrent, CancellationToken.None);
        var lexicon = Lexicon.Read(corpus);
        CorpusFiles? files = null;
        IOException? unread = null;
        string? repaired = null;
        try
        {
            files = CorpusReader.Load(corpus, cancellationToken);
        }
        catch (IOException e)
        {
            unread = e;
        }

        var current = opening.GetAwaiter().GetResult();
        try
        {
            var started = time.GetTimestamp();
            if (files is null) throw unread!;
            if (current is not { } good || good.Manifest.Fingerprint != IndexStore.Fingerprint(files.Fingerprint, lexicon.Fingerprint))
            {
                if (current is null && _store.WasPublished) repaired = $"索引文件损坏或不完整（{index}），已根据语料重新建立";
                Build(files, lexicon, started, progress, cancellationToken);
                var built = _store.OpenCurrent() ?? throw new IOException($"建好的索引打不开：{index}");
                current = built;
            }

            warning = Summary(repaired, [.. current.Value.Manifest.Problems, .. lexicon.Problems]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && files is not null)
        {
            // The disk is full or read-only: what the pages say now is answered all the same.
            var contents = CorpusReader.Read(files, cancellationToken);
            warning = Summary($"索引存不进 {index}（磁盘满或没有写权限：{e.Message.TrimEnd('.')}），这次建在内存里，下次启动要重建", [.. contents.Problems, .. lexicon.Problems]);
            return QaEngine.ForArticles(contents.Articles, lexicon, options, progress);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && current is not null)
        {
            isStale = true;
            warning = $"索引更新失败，继续使用上一次的索引：{e.Message}";
        }

        return new QaEngine(current!.Value.Snapshot, lexicon, options) { ProblemCount = current.Value.Manifest.Problems.Count + lexicon.Problems.Count };
    }

    /// <summary>All files of the corpus as they are now.</summary>
    /// <exception cref="DirectoryNotFoundException">The corpus folder is not there.</exception>
    public IReadOnlyList<SourceFile> Files(CancellationToken cancellationToken = default) => CorpusFolder.Load(corpus, cancellationToken).Files;

    /// <summary>Changes when a file of the corpus or its lexicon is added, removed or written; reads no contents.</summary>
    public string Stamp()
    {
        try
        {
            var files = new DirectoryInfo(corpus).EnumerateFiles("*", SearchOption.AllDirectories)
                .Where(f => !f.Name.StartsWith('.'))
                .Select(f => $"{Path.GetRelativePath(corpus, f.FullName)}|{f.Length}|{f.LastWriteTimeUtc.Ticks}")
                .Order(StringComparer.Ordinal);
            return string.Join('\n', files);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.GetType().Name;
        }
    }

    private IndexReport Build(CorpusFiles files, Lexicon lexicon, long started, IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        var contents = CorpusReader.Read(files, cancellationToken);
        using var words = new WordAnalyzer(LearntWords.Of(contents.Articles, lexicon));
        var (passages, damaged) = _store.Publish(contents.Articles, words, contents.Problems, IndexStore.Fingerprint(contents.Fingerprint, lexicon.Fingerprint), time.GetUtcNow(), progress, cancellationToken);
        return new IndexReport(contents.Articles.Count, passages, damaged, [.. contents.Problems, .. lexicon.Problems], time.GetElapsedTime(started));
    }

    private static string? Summary(string? first, IReadOnlyList<ReadProblem> problems) =>
        first is null && problems.Count == 0 ? null : string.Join('\n', [.. first is null ? [] : new[] { first }, .. problems.Select(p => p.ToString())]);
}
