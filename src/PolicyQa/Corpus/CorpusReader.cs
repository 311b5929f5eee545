using System.Security.Cryptography;
using System.Text;

namespace PolicyQa.Corpus;

/// <summary>Reads a folder of pages. One bad file costs only itself: it is reported, the rest is read.</summary>
public static class CorpusReader
{
    /// <summary>Larger files are no newspaper pages; reading one by mistake must not take the process down.</summary>
    public const int MaxFileBytes = 16 * 1024 * 1024;

    internal static readonly string[] Readable = [".txt", ".md", ".html", ".htm"];
    private static readonly string[] Convertible = [".pdf", ".doc", ".docx", ".rtf", ".wps", ".odt"];

    /// <summary>Reads every page under <paramref name="folder"/>, in ordinal order of their paths.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public static CorpusContents Read(string folder, CancellationToken ct = default) => Read(Load(folder, ct), ct);

    /// <summary>Loads the bytes only: enough to tell whether an index is stale, at a fraction of the time that reading pages takes.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    internal static CorpusFiles Load(string folder, CancellationToken ct = default)
    {
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"找不到语料文件夹：{folder}");
        var problems = new List<ReadProblem>();
        var files = new List<SourceFile>();
        foreach (var (path, full) in Find(folder, problems).OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            ct.ThrowIfCancellationRequested();
            if (ReadBytes(path, full, problems) is { } bytes) files.Add(new(path, bytes));
        }

        return new CorpusFiles(files, problems, Fingerprint(files, problems));
    }

    internal static CorpusContents Read(IReadOnlyList<SourceFile> files, List<ReadProblem> problems, CancellationToken ct = default) =>
        Read(new CorpusFiles(files, problems, Fingerprint(files, problems)), ct);

    internal static CorpusContents Read(CorpusFiles loaded, CancellationToken ct = default)
    {
        var files = loaded.Files;
        List<ReadProblem> problems = [.. loaded.Problems];
        var descriptor = files.FirstOrDefault(f => f.Path == SourceDescriptor.FileName) is { } json ? SourceDescriptor.Read(json.Bytes, problems) : SourceDescriptor.Empty;
        var pages = files.Where(f => f.Path != SourceDescriptor.FileName).ToList();
        foreach (var entry in descriptor.Sources.Where(e => pages.TrueForAll(p => p.Path != e.File)))
            problems.Add(new(SourceDescriptor.FileName, null, entry.File is null ? "有一条说明没有写明 file（文件名）。" : $"说明里提到的文件“{entry.File}”不存在或无法读取。"));

        var articles = new List<Article>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            ct.ThrowIfCancellationRequested();
            if (!seen.TryAdd(page.Hash, page.Path))
            {
                problems.Add(new(page.Path, null, $"内容与“{seen[page.Hash]}”完全相同，已跳过。"));
                continue;
            }

            var (read, problem) = PageReader.Read(page, descriptor.For(page.Path), ids);
            articles.AddRange(read);
            if (problem is not null) problems.Add(problem);
        }

        return new(articles, problems, loaded.Fingerprint);
    }

    private static IEnumerable<(string Path, string Full)> Find(string root, List<ReadProblem> problems)
    {
        var folders = new Stack<string>([root]);
        while (folders.TryPop(out var folder))
        {
            string[] entries;
            try
            {
                entries = Directory.GetFileSystemEntries(folder);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                problems.Add(new(Relative(root, folder), null, "无法打开这个文件夹，请检查权限。"));
                continue;
            }

            foreach (var entry in entries)
            {
                var path = Relative(root, entry);
                if (Path.GetFileName(path).StartsWith('.') || path == "lexicon") continue;
                if (Directory.Exists(entry))
                {
                    // A link back up the tree would never end.
                    if (new DirectoryInfo(entry).LinkTarget is null) folders.Push(entry);
                    continue;
                }

                var extension = Path.GetExtension(path).ToLowerInvariant();
                if (path == SourceDescriptor.FileName || Readable.Contains(extension)) yield return (path, entry);
                else if (Convertible.Contains(extension)) problems.Add(new(path, null, $"暂不支持 {extension} 文件，已跳过；请另存为 .txt 再放入。"));
            }
        }
    }

    private static byte[]? ReadBytes(string path, string full, List<ReadProblem> problems)
    {
        try
        {
            if (new FileInfo(full).Length <= MaxFileBytes) return File.ReadAllBytes(full);
            problems.Add(new(path, null, $"文件超过 {MaxFileBytes / 1024 / 1024} MB，已跳过；请拆成小一些的文件。"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(path, null, "文件打不开，已跳过；请检查读取权限，或是否正被其他程序占用。"));
        }

        return null;
    }

    private static string Relative(string root, string path) => Path.GetRelativePath(root, path).Replace('\\', '/');

    private static string Fingerprint(IEnumerable<SourceFile> files, IEnumerable<ReadProblem> problems)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files) hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\0{file.Hash}\n"));
        foreach (var problem in problems) hash.AppendData(Encoding.UTF8.GetBytes($"{problem.Path}\0{problem.Message}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
