using System.Text.Json;
using Lucene.Net.Store;
using PolicyQa.Analysis;
using PolicyQa.Corpus;
using PolicyQa.Passages;

namespace PolicyQa.Indexing;

/// <summary>
/// The folder that holds built indexes. Each build goes into a generation folder of its own; the file CURRENT names the
/// one that serves and is replaced by an atomic rename, so a build that fails or is killed leaves the last good index.
/// </summary>
internal sealed class IndexStore(string root)
{
    /// <summary>Another build of this code may read, split or analyse differently: older indexes are then stale. (Builds are deterministic: the same code has the same id.)</summary>
    private static readonly string Format = typeof(IndexStore).Module.ModuleVersionId.ToString("N");

    /// <summary>Names the generation that serves.</summary>
    public const string Pointer = "CURRENT";

    private const string ManifestName = "articles.json";
    private const string LockName = "LOCK";
    private const int Tries = 3;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private string CurrentFile => Path.Combine(root, Pointer);

    /// <summary>What an index of these contents would be built from.</summary>
    public static string Fingerprint(string corpus, string lexicon) => $"{Format}:{corpus}:{Sha256.Of(lexicon)}";

    /// <summary>Builds beside the serving index, then publishes. Nothing changes unless all of it succeeded.</summary>
    public (int Passages, int Damaged) Publish(
        IReadOnlyList<Article> articles, WordAnalyzer words, IReadOnlyList<ReadProblem> problems, string fingerprint, DateTimeOffset now, IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        System.IO.Directory.CreateDirectory(root);
        using var only = WaitForOthers(cancellationToken);
        var name = FreshName();
        var folder = Path.Combine(root, name);
        try
        {
            IReadOnlyList<Passage> passages;
            using (var directory = FSDirectory.Open(folder)) passages = IndexBuilder.Build(directory, articles, words, progress, cancellationToken);
            using (var file = File.Create(Path.Combine(folder, ManifestName)))
            {
                JsonSerializer.Serialize(file, new IndexManifest(fingerprint, now, problems, articles), IndexJson.Default.IndexManifest);
                file.Flush(flushToDisk: true);
            }

            IndexChecksums.Write(folder);
            cancellationToken.ThrowIfCancellationRequested();
            PointTo(name);
            RemoveAllBut(name);
            return (passages.Count, passages.Count(p => p.Damaged));
        }
        catch
        {
            TryDelete(folder);
            throw;
        }
    }

    /// <summary>Something was published here once, whatever became of it.</summary>
    public bool WasPublished => File.Exists(CurrentFile);

    /// <summary>The serving index, or null where there is none or it is not as it was written.</summary>
    public (IndexSnapshot Snapshot, IndexManifest Manifest)? OpenCurrent()
    {
        var name = Named();
        for (var tries = 1; ; tries++)
        {
            var opened = Open(name);
            // Another process may have published meanwhile, and cleared this one away.
            var now = Named();
            if (opened is not null || now == name || tries == Tries) return opened;
            name = now;
        }
    }

    private (IndexSnapshot Snapshot, IndexManifest Manifest)? Open(string? name)
    {
        try
        {
            // A name is a plain folder name: anything else is not ours.
            if (string.IsNullOrEmpty(name) || Path.GetFileName(name) != name) return null;
            var folder = Path.Combine(root, name);
            if (!IndexChecksums.Hold(folder)) return null;
            IndexManifest? manifest;
            using (var file = File.OpenRead(Path.Combine(folder, ManifestName))) manifest = JsonSerializer.Deserialize(file, IndexJson.Default.IndexManifest);
            if (manifest is null) return null;
            List<Passage> passages = [];
            foreach (var article in manifest.Articles) passages.AddRange(PassageSplitter.Split(article));
            using var directory = FSDirectory.Open(folder);
            return (new IndexSnapshot(directory, manifest.Articles, passages), manifest);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or ArgumentException or NotSupportedException or InvalidOperationException or IndexOutOfRangeException or FormatException or KeyNotFoundException)
        {
            return null;
        }
    }

    private string? Named()
    {
        try
        {
            return File.ReadAllText(CurrentFile).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Two builds at once would write into each other's folder, or clear it away. The lock goes with its process, however that ends.</summary>
    /// <exception cref="IOException">Another process builds for too long.</exception>
    private FileStream WaitForOthers(CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; ; waited += Look)
        {
            try
            {
                return new FileStream(Path.Combine(root, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (IsHeld(e))
            {
                if (waited >= Patience) throw new IOException($"另一个程序一直在建立这个索引（{root}），请等它结束再试", e);
                cancellationToken.WaitHandle.WaitOne(Look);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>Held by another process (EWOULDBLOCK, ERROR_SHARING_VIOLATION): everything else will not pass by waiting.</summary>
    private static bool IsHeld(IOException e) => (e.HResult & 0xFFFF) is 11 or 32;

    private string FreshName()
    {
        for (var n = 1; ; n++)
        {
            var name = $"g{n:D6}";
            if (!System.IO.Directory.Exists(Path.Combine(root, name))) return name;
        }
    }

    private void PointTo(string name)
    {
        var draft = CurrentFile + ".new";
        using (var file = File.Create(draft))
        {
            file.Write(System.Text.Encoding.UTF8.GetBytes(name));
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, CurrentFile, overwrite: true);
    }

    private void RemoveAllBut(string name)
    {
        foreach (var folder in System.IO.Directory.EnumerateDirectories(root, "g??????"))
        {
            if (Path.GetFileName(folder) != name) TryDelete(folder);
        }
    }

    private static void TryDelete(string folder)
    {
        try
        {
            if (System.IO.Directory.Exists(folder)) System.IO.Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A leftover folder costs disk, nothing else: the next publication tries again.
        }
    }
}
