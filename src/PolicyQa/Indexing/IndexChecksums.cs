using System.Globalization;
using System.Security.Cryptography;

namespace PolicyQa.Indexing;

/// <summary>
/// What the files of a generation must look like. Lucene notices some damage when it opens an index and some only when a
/// question comes; a changed figure in the articles it never notices. So all of it is held against these sums before it serves.
/// </summary>
internal static class IndexChecksums
{
    private const string Name = "checksums.txt";

    /// <summary>Writes the sums of all files of the folder, the last file of a build; on disk before this returns.</summary>
    public static void Write(string folder)
    {
        using var file = File.Create(Path.Combine(folder, Name));
        using var writer = new StreamWriter(file);
        foreach (var path in Directory.EnumerateFiles(folder).Where(p => Path.GetFileName(p) != Name).Order(StringComparer.Ordinal)) writer.Write($"{Line(path)}\n");
        writer.Flush();
        file.Flush(flushToDisk: true);
    }

    /// <summary>True where every file is there as it was written.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static bool Hold(string folder)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, Name));
        return lines.Length > 0 && lines.All(line => line.Split(' ', 3) is [_, _, var name] && Path.GetFileName(name) == name && File.Exists(Path.Combine(folder, name)) && Line(Path.Combine(folder, name)) == line);
    }

    private static string Line(string path)
    {
        using var file = File.OpenRead(path);
        return string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(SHA256.HashData(file))} {file.Length} {Path.GetFileName(path)}");
    }
}
