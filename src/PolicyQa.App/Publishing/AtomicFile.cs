namespace PolicyQa.App.Publishing;

/// <summary>Files that are there whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>Begins the names of files that are still being written; readers of a corpus pass over them.</summary>
    public const string DraftPrefix = ".policyqa-";

    /// <summary>Writes beside the place, forces it to the disk, then moves it there.</summary>
    /// <exception cref="IOException">The disk is full, or the place cannot be written; what was there stays.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var draft = Stage(path, content);
        try
        {
            File.Move(draft, path, overwrite: true);
        }
        catch
        {
            TryDelete(draft);
            throw;
        }
    }

    /// <summary>The first half of <see cref="Write"/>: the path of the file that waits to be moved.</summary>
    public static string Stage(string path, ReadOnlySpan<byte> content)
    {
        var draft = Path.Combine(Path.GetDirectoryName(path)!, $"{DraftPrefix}{Path.GetFileName(path)}");
        try
        {
            using var file = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1);
            file.Write(content);
            file.Flush(flushToDisk: true);
            return draft;
        }
        catch
        {
            TryDelete(draft);
            throw;
        }
    }

    public static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A leftover that readers pass over.
        }
    }
}
