using System.IO.Compression;
using System.Text.Json;
using System.Text.Unicode;

namespace PolicyQa.Evaluation;

/// <summary>A .jsonl file, plain or gzipped (told by its first two bytes, not by its name), read line by line.</summary>
internal static class JsonLinesFile
{
    public static IEnumerable<JsonLine> Read(string path)
    {
        using var stream = Open(path);
        using var lines = ByteLines.Read(stream).GetEnumerator();
        var number = 0;
        while (Next(lines, path, number))
        {
            number++;
            var line = lines.Current;
            if (line.Span.Trim(" \t"u8).IsEmpty) continue;
            using var document = Parse(line, path, number);
            yield return new JsonLine(path, number, document.RootElement);
        }
    }

    private static Stream Open(string path)
    {
        if (Directory.Exists(path)) throw new EvaluationFileException(path, null, "这是文件夹，不是文件");
        try
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
            var gzipped = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
            file.Position = 0;
            return gzipped ? new GZipStream(file, CompressionMode.Decompress) : file;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new EvaluationFileException(path, null, "文件不存在", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EvaluationFileException(path, null, "文件打不开", e);
        }
    }

    private static bool Next(IEnumerator<ReadOnlyMemory<byte>> lines, string path, int number)
    {
        try
        {
            return lines.MoveNext();
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw new EvaluationFileException(path, null, $"读到第{number}行之后读不下去了，压缩文件可能损坏或不完整", e);
        }
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> line, string path, int number)
    {
        // The parser would let such bytes through inside a string.
        if (!Utf8.IsValid(line.Span)) throw new EvaluationFileException(path, number, "不是 UTF-8 文字");
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(line);
        }
        catch (JsonException e)
        {
            throw new EvaluationFileException(path, number, $"不是完整的 JSON（第{e.BytePositionInLine + 1}字节处出错）", e);
        }

        if (document.RootElement.ValueKind == JsonValueKind.Object) return document;
        document.Dispose();
        throw new EvaluationFileException(path, number, "每行应是一个 JSON 对象（{…}）");
    }
}
