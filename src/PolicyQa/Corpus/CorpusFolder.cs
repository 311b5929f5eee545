using System.Security.Cryptography;
using System.Text;

namespace PolicyQa.Corpus;

/// <summary>Every file of a corpus folder that makes a difference to answers: pages, source.json, lexicon. Other files are nobody's business.</summary>
public static class CorpusFolder
{
    /// <summary>The folder below the corpus folder that holds the lexicon.</summary>
    public const string Lexicon = "lexicon";

    /// <summary>All of them, in ordinal order of their paths. What cannot be loaded is left out and reported.</summary>
    /// <exception cref="DirectoryNotFoundException">The corpus folder does not exist.</exception>
    public static (IReadOnlyList<SourceFile> Files, IReadOnlyList<ReadProblem> Problems) Load(string folder, CancellationToken cancellationToken = default)
    {
        var pages = CorpusReader.Load(folder, cancellationToken);
        List<ReadProblem> problems = [.. pages.Problems];
        var lexicon = LoadLexicon(folder, problems);
        return ([.. pages.Files.Concat(lexicon).OrderBy(f => f.Path, StringComparer.Ordinal)], problems);
    }

    /// <summary>The same fingerprint: the same files. SHA-256 over paths and contents, lower-case hex.</summary>
    public static string Fingerprint(IEnumerable<(string Path, string Hash)> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, content) in files.OrderBy(f => f.Path, StringComparer.Ordinal)) hash.AppendData(Encoding.UTF8.GetBytes($"{path}\0{content}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Whether a path below the corpus folder is a lexicon file's.</summary>
    public static bool IsLexicon(string path) =>
        path.StartsWith(Lexicon + "/", StringComparison.Ordinal) && path.IndexOf('/', Lexicon.Length + 1) < 0 && path.EndsWith(".txt", StringComparison.Ordinal);

    /// <summary>Whether a path is a page's, by its name.</summary>
    public static bool IsPage(string path) =>
        path != SourceDescriptor.FileName && !path.StartsWith(Lexicon + "/", StringComparison.Ordinal) && CorpusReader.Readable.Contains(System.IO.Path.GetExtension(path).ToLowerInvariant());

    internal static List<SourceFile> LoadLexicon(string corpus, ICollection<ReadProblem> problems)
    {
        var folder = Path.Combine(corpus, Lexicon);
        List<SourceFile> files = [];
        if (!Directory.Exists(folder)) return files;
        foreach (var file in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            var path = $"{Lexicon}/{Path.GetFileName(file)}";
            if (Path.GetFileName(file).StartsWith('.')) continue;
            try
            {
                files.Add(new SourceFile(path, File.ReadAllBytes(file)));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                problems.Add(UnreadLexicon(path));
            }
        }

        return files;
    }

    internal static ReadProblem UnreadLexicon(string path) => new(path, null, "读不了这个词表（应为UTF-8文本），已跳过。");
}
