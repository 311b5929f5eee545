using System.Text;
using System.Text.Unicode;

namespace PolicyQa.Corpus;

/// <summary>Byte order marks, then strict UTF-8, then strict GB18030: a wrong guess must fail, not turn into mojibake.</summary>
internal static class TextDecoder
{
    /// <summary>So many multi-byte UTF-8 sequences in a row do not happen by chance in a GB18030 file.</summary>
    private const int SurelyUtf8 = 4;

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance
        .GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    public static DecodedText Decode(byte[] bytes)
    {
        if (bytes.Length == 0) return new(null, "文件是空的，已跳过。");
        var text = bytes switch
        {
            [0xFF, 0xFE, ..] => Strict(new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true), bytes, 2),
            [0xFE, 0xFF, ..] => Strict(new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true), bytes, 2),
            [0xEF, 0xBB, 0xBF, ..] => Utf8OrGb(bytes, 3),
            _ when Array.IndexOf(bytes, (byte)0) is >= 0 and var zero => new(null, "这不是文本文件（含有二进制内容），已跳过；请另存为 .txt 再放入。", LineOf(bytes, zero)),
            _ => Utf8OrGb(bytes, 0),
        };
        if (text.Text is null) return text;
        if (string.IsNullOrWhiteSpace(text.Text)) return new(null, "文件里只有空白，没有文字，已跳过。");
        var control = text.Text.AsSpan().IndexOfAnyInRange('\0', '\u0008');
        return control < 0 ? text : new(null, "这不是文本文件（含有控制字符），已跳过；请另存为 .txt 再放入。", 1 + text.Text.AsSpan(0, control).Count('\n'));
    }

    private static DecodedText Utf8OrGb(byte[] bytes, int skip)
    {
        var body = bytes.AsSpan(skip);
        if (Utf8.IsValid(body)) return new(Encoding.UTF8.GetString(body));
        var (bad, sequences) = FirstBadUtf8(body);
        // A UTF-8 page with one broken byte often is "valid" GB18030, and garbage: say where it broke instead.
        if (skip > 0 || sequences >= SurelyUtf8) return new(null, "此处不是有效的 UTF-8 文字，整个文件已跳过；请用 UTF-8 编码重新保存。", LineOf(bytes, skip + bad));
        var gb = Strict(Gb18030, bytes, 0);
        return gb.Text is not null ? gb : new(null, "此处既不是 UTF-8 也不是 GB18030 编码的文字，整个文件已跳过；请用 UTF-8 编码重新保存。", gb.Line);
    }

    private static DecodedText Strict(Encoding encoding, byte[] bytes, int skip)
    {
        try
        {
            return new(encoding.GetString(bytes, skip, bytes.Length - skip));
        }
        catch (DecoderFallbackException e)
        {
            return new(null, "此处的编码有误，整个文件已跳过；请用 UTF-8 编码重新保存。", LineOf(bytes, skip + Math.Max(0, e.Index)));
        }
    }

    private static (int Index, int Sequences) FirstBadUtf8(ReadOnlySpan<byte> bytes)
    {
        int i = 0, sequences = 0;
        while (i < bytes.Length && Rune.DecodeFromUtf8(bytes[i..], out _, out var used) == System.Buffers.OperationStatus.Done)
        {
            if (used > 1) sequences++;
            i += used;
        }

        return (i, sequences);
    }

    private static int LineOf(byte[] bytes, int index) => 1 + bytes.AsSpan(0, Math.Min(index, bytes.Length)).Count((byte)'\n');
}
