using PolicyQa.App.Publishing;
using PolicyQa.Corpus;

namespace PolicyQa.App.Channels.Http.Admin;

/// <summary>The files of an upload, checked; or what is wrong with it.</summary>
/// <param name="Files">Name and content.</param>
/// <param name="Fault">In Chinese; null where nothing is wrong.</param>
internal sealed record UploadReading(IReadOnlyList<(string Path, byte[]? Content)> Files, string? Fault)
{
    /// <summary>A page has a few hundred kilobytes; a whole year's fit.</summary>
    public const long MaxBytes = 48 * 1024 * 1024;

    private const int MostFiles = 50;

    public static async Task<UploadReading> FromAsync(IFormFileCollection files, CancellationToken cancellationToken)
    {
        // A form without a chosen file sends one without a name.
        var given = files.Where(f => f.FileName.Length > 0).ToArray();
        if (given.Length == 0) return Refused("还没有选择文件");
        if (given.Length > MostFiles) return Refused($"一次最多上传 {MostFiles} 个文件");
        List<(string Path, byte[]? Content)> read = [];
        foreach (var file in given)
        {
            var (name, fault) = FileNameRule.Check(file.FileName);
            if (name is null) return Refused(fault!);
            if (file.Length > CorpusReader.MaxFileBytes) return Refused($"“{name}”超过 {CorpusReader.MaxFileBytes / 1024 / 1024} MB，请拆成小一些的文件");
            if (read.Exists(r => r.Path == name)) return Refused($"有两个文件都叫“{name}”");
            using var content = new MemoryStream((int)file.Length);
            await file.CopyToAsync(content, cancellationToken);
            read.Add((name, content.ToArray()));
        }

        return new UploadReading(read, null);
    }

    private static UploadReading Refused(string fault) => new([], fault);
}
