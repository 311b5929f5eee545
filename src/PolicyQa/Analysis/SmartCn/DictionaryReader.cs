using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace PolicyQa.Analysis.SmartCn;

/// <summary>
/// Reads an <c>SCN1</c> file (§8), symbol by symbol, and the bigrams of each symbol right after it: the order in which the
/// columns run side by side, so nothing needs to be unpacked first.
/// </summary>
/// <remarks>Little endian: <c>"SCN1"</c>, int32 symbols, int32 suffix chars, int32 bigrams, then the columns A to G.</remarks>
internal ref struct DictionaryReader
{
    public const int LongestSymbol = 256;

    private const int HeaderLength = 16;

    private readonly ReadOnlySpan<byte> _shared;
    private readonly ReadOnlySpan<byte> _suffixLengths;
    private readonly Span<char> _text;
    private ReadOnlySpan<byte> _suffixes;
    private VarintReader _frequencies;
    private VarintReader _bigramsOfLeft;
    private VarintReader _rightGaps;
    private VarintReader _bigramCounts;
    private int _right;

    /// <summary>Stands before the first symbol.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="text">Room for <see cref="LongestSymbol"/> characters.</param>
    public DictionaryReader(ReadOnlySpan<byte> file, Span<char> text)
    {
        if (file.Length < HeaderLength || !file.StartsWith("SCN1"u8))
        {
            throw new InvalidDataException("The SmartCn dictionary does not start with SCN1.");
        }

        SymbolCount = BinaryPrimitives.ReadInt32LittleEndian(file[4..]);
        BigramCount = BinaryPrimitives.ReadInt32LittleEndian(file[12..]);
        var suffixBytes = sizeof(char) * BinaryPrimitives.ReadInt32LittleEndian(file[8..]);
        file = file[HeaderLength..];
        _text = text;
        _shared = Take(ref file, SymbolCount);
        _suffixLengths = Take(ref file, SymbolCount);
        _suffixes = Take(ref file, suffixBytes);
        _frequencies = new VarintReader(Take(ref file, LengthOfVarints(file, SymbolCount)));
        _bigramsOfLeft = new VarintReader(Take(ref file, LengthOfVarints(file, SymbolCount)));
        _rightGaps = new VarintReader(Take(ref file, LengthOfVarints(file, BigramCount)));
        _bigramCounts = new VarintReader(file);
    }

    public int SymbolCount { get; }

    public int BigramCount { get; }

    /// <summary>Id of the symbol read last: its rank in the order of UTF-16 code units.</summary>
    public int Id { get; private set; } = -1;

    /// <summary>The symbol read last.</summary>
    public ReadOnlySpan<char> Text { get; private set; }

    /// <summary>Length of the prefix that <see cref="Text"/> shares with the symbol before it.</summary>
    public int Shared { get; private set; }

    /// <summary>0 for most delimiters and for some words.</summary>
    public int Frequency { get; private set; }

    /// <summary>How many bigrams have this symbol on the left; each must be read before the next symbol.</summary>
    public int Bigrams { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool NextSymbol()
    {
        if (Id + 1 == SymbolCount)
        {
            return false;
        }

        Id++;
        Shared = _shared[Id];
        var suffix = _text.Slice(Shared, _suffixLengths[Id]);
        foreach (ref var c in suffix)
        {
            c = (char)BinaryPrimitives.ReadUInt16LittleEndian(_suffixes);
            _suffixes = _suffixes[sizeof(char)..];
        }

        Text = _text[..(Shared + suffix.Length)];
        Frequency = _frequencies.Next();
        Bigrams = _bigramsOfLeft.Next();
        _right = -1;
        return true;
    }

    /// <summary>Reads one bigram of the symbol; right ids ascend ("id − previous − 1, previous starts at −1 for each left symbol").</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int Right, int Count) NextBigram()
    {
        _right += _rightGaps.Next() + 1;
        return (_right, _bigramCounts.Next());
    }

    private static ReadOnlySpan<byte> Take(scoped ref ReadOnlySpan<byte> file, int length)
    {
        var taken = file[..length];
        file = file[length..];
        return taken;
    }

    // A varint ends with the only byte of its own whose high bit is clear.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int LengthOfVarints(ReadOnlySpan<byte> bytes, int count)
    {
        var at = 0;
        for (; count > 0; at++)
        {
            count -= bytes[at] < 0x80 ? 1 : 0;
        }

        return at;
    }
}
