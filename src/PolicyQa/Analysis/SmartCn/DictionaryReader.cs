using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace PolicyQa.Analysis.SmartCn;

/// <summary>
/// Reads the columns of an <c>SCN1</c> file (§8) in the order in which they lie: symbol texts, frequencies, number of
/// bigrams of each symbol on the left, then right symbols and counts of all bigrams.
/// </summary>
/// <remarks>Little endian: <c>"SCN1"</c>, int32 symbols, int32 suffix chars, int32 bigrams, then the columns A to G.</remarks>
internal sealed class DictionaryReader
{
    private const int HeaderLength = 16;

    private readonly byte[] _prefixes;
    private readonly byte[] _suffixLengths;
    private readonly char[] _suffixes;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public DictionaryReader(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderLength || !file.StartsWith("SCN1"u8))
        {
            throw new InvalidDataException("The SmartCn dictionary does not start with SCN1.");
        }

        SymbolCount = BinaryPrimitives.ReadInt32LittleEndian(file[4..]);
        var suffixChars = BinaryPrimitives.ReadInt32LittleEndian(file[8..]);
        var bigrams = BinaryPrimitives.ReadInt32LittleEndian(file[12..]);

        var rest = file[HeaderLength..];
        _prefixes = rest[..SymbolCount].ToArray();
        _suffixLengths = rest[SymbolCount..(2 * SymbolCount)].ToArray();
        rest = rest[(2 * SymbolCount)..];
        _suffixes = new char[suffixChars];
        for (var i = 0; i < _suffixes.Length; i++)
        {
            _suffixes[i] = (char)BinaryPrimitives.ReadUInt16LittleEndian(rest[(2 * i)..]);
        }

        rest = rest[(2 * suffixChars)..];
        Frequencies = ReadVarints(ref rest, SymbolCount);
        BigramsOfLeft = ReadVarints(ref rest, SymbolCount);
        RightGaps = ReadVarints(ref rest, bigrams);
        BigramCounts = ReadVarints(ref rest, bigrams);
    }

    public int SymbolCount { get; }

    /// <summary>Frequency of each symbol; 0 for most delimiters and some words.</summary>
    public int[] Frequencies { get; }

    /// <summary>How many bigrams have this symbol on the left.</summary>
    public int[] BigramsOfLeft { get; }

    /// <summary>Right symbols of all bigrams, by left symbol: <c>id − previous − 1</c>, previous starting at −1 for each left symbol.</summary>
    public int[] RightGaps { get; }

    public int[] BigramCounts { get; }

    /// <summary>
    /// Writes the next symbol over the previous one, which <paramref name="symbol"/> must still hold.
    /// <paramref name="suffixAt"/> starts at 0 and moves on.
    /// </summary>
    /// <returns>Length of the symbol, and of the prefix that it shares with the previous one.</returns>
    public (int Length, int Shared) NextSymbol(int id, ref int suffixAt, Span<char> symbol)
    {
        var shared = _prefixes[id];
        var length = _suffixLengths[id];
        _suffixes.AsSpan(suffixAt, length).CopyTo(symbol[shared..]);
        suffixAt += length;
        return (shared + length, shared);
    }

    // varint = 7 bits per byte, low first, high bit = more.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] ReadVarints(ref ReadOnlySpan<byte> bytes, int count)
    {
        var values = new int[count];
        var at = 0;
        for (var i = 0; i < values.Length; i++)
        {
            int value = bytes[at++];
            if (value >= 0x80)
            {
                value &= 0x7F;
                int next;
                var shift = 7;
                do
                {
                    next = bytes[at++];
                    value |= (next & 0x7F) << shift;
                    shift += 7;
                }
                while (next >= 0x80);
            }

            values[i] = value;
        }

        bytes = bytes[at..];
        return values;
    }
}
