using System.Buffers;

namespace PolicyQa.Evaluation;

/// <summary>
/// The lines of a stream as bytes. Only "\n" ends a line ("\r" before it is dropped): text readers would also break at a
/// lone "\r" inside a line, and would silently replace bytes that are not UTF-8, for which we want to name the line.
/// </summary>
public static class ByteLines
{
    private static ReadOnlySpan<byte> Utf8Preamble => [0xEF, 0xBB, 0xBF];

    /// <summary>Each value is valid until the next one is asked for. A byte order mark is skipped.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Read(Stream stream)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            int start = 0, end = 0, searched = 0;
            var first = true;
            while (true)
            {
                var length = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
                if (length >= 0)
                {
                    yield return Trim(buffer, start, searched + length, first);
                    first = false;
                    start = searched = searched + length + 1;
                    continue;
                }

                searched = end;
                if (end == buffer.Length) (buffer, start, end) = MakeRoom(buffer, start, end);
                searched = end;
                var read = stream.Read(buffer, end, buffer.Length - end);
                if (read == 0) break;
                end += read;
            }

            if (end > start) yield return Trim(buffer, start, end, first);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static ReadOnlyMemory<byte> Trim(byte[] buffer, int start, int end, bool first)
    {
        if (first && buffer.AsSpan(start, end - start).StartsWith(Utf8Preamble)) start += Utf8Preamble.Length;
        if (end > start && buffer[end - 1] == '\r') end--;
        return buffer.AsMemory(start, end - start);
    }

    private static (byte[] Buffer, int Start, int End) MakeRoom(byte[] buffer, int start, int end)
    {
        var target = start > buffer.Length / 2 ? buffer : ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        Buffer.BlockCopy(buffer, start, target, 0, end - start);
        if (target != buffer) ArrayPool<byte>.Shared.Return(buffer);
        return (target, 0, end - start);
    }
}
