using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace PolicyQa.Analysis.SmartCn;

/// <summary>
/// Everything that segmentation knows about the language: words, the cost of leaving each of them and the cost of their
/// bigrams. Immutable, shared by all threads; about 10 MB.
/// </summary>
internal sealed class SmartCnModel
{
    /// <summary>Symbol of a character that the dictionary lacks: no bigrams.</summary>
    public const int NoSymbol = -1;

    private const string Resource = "smartcn.bin.br";

    private static readonly Lazy<SmartCnModel> _shipped = new(Load);

    private readonly int[] _delimiterSymbols = new int[char.MaxValue + 1];
    private readonly double[] _leaveCosts;

    // Not tiered, here and in what it calls: this runs once and would otherwise end before its code is optimised.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private SmartCnModel(DictionaryReader dictionary)
    {
        Array.Fill(_delimiterSymbols, NoSymbol);
        Words = new WordTrie();
        Bigrams = new BigramTable(dictionary.SymbolCount, dictionary.BigramCount);
        _leaveCosts = new double[dictionary.SymbolCount];

        var common = 0; // prefix shared with the last word in the trie, which may lie several symbols back
        while (dictionary.NextSymbol())
        {
            var id = dictionary.Id;
            var text = dictionary.Text;
            var frequency = dictionary.Frequency;
            common = Math.Min(common, dictionary.Shared);
            if (IsHan(text))
            {
                Words.Add(text, id, common);
                common = text.Length;
            }
            else if (text.Length == 1)
            {
                // "freq = MAX (not the dictionary's)"
                frequency = EdgeCost.Max;
                _delimiterSymbols[text[0]] = id;
            }
            else
            {
                Remember(text, id);
            }

            _leaveCosts[id] = EdgeCost.Of(frequency, 0);
            Bigrams.AddRow(id, dictionary.Bigrams);
            for (var left = dictionary.Bigrams; left > 0; left--)
            {
                var (right, count) = dictionary.NextBigram();
                Bigrams.Add(id, right, EdgeCost.Of(frequency, count));
            }
        }

        Words.Close();
    }

    /// <summary>The dictionary that ships with PolicyQa. The first use reads it (some 45 ms).</summary>
    public static SmartCnModel Shipped => _shipped.Value;

    /// <summary>What leaving a character costs that the dictionary lacks: frequency 0, no bigrams.</summary>
    public static double UnknownLeaveCost { get; } = EdgeCost.Of(0, 0);

    /// <summary>What leaving a delimiter costs where no bigram says otherwise.</summary>
    public static double DelimiterLeaveCost { get; } = EdgeCost.Of(EdgeCost.Max, 0);

    public WordTrie Words { get; }

    public BigramTable Bigrams { get; }

    /// <summary>始##始, before every sentence.</summary>
    public int Begin { get; private set; } = NoSymbol;

    /// <summary>末##末, after every sentence.</summary>
    public int End { get; private set; } = NoSymbol;

    /// <summary>未##串, any run of letters.</summary>
    public int Letters { get; private set; } = NoSymbol;

    /// <summary>未##数, any run of digits.</summary>
    public int Digits { get; private set; } = NoSymbol;

    /// <summary>Symbol of a delimiter, or <see cref="NoSymbol"/>.</summary>
    public int DelimiterSymbol(char delimiter) => _delimiterSymbols[delimiter];

    /// <summary>Cost of an edge that leaves <paramref name="symbol"/> for one with which it forms no bigram.</summary>
    public double LeaveCost(int symbol) => _leaveCosts[symbol];

    private static SmartCnModel Load()
    {
        using var resource = typeof(SmartCnModel).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException($"The embedded SmartCn dictionary {Resource} is missing.");
        using var brotli = new BrotliStream(resource, CompressionMode.Decompress);
        using var file = new MemoryStream(2 << 20);
        brotli.CopyTo(file);
        return new SmartCnModel(new DictionaryReader(file.GetBuffer().AsSpan(0, (int)file.Length), stackalloc char[DictionaryReader.LongestSymbol]));
    }

    private static bool IsHan(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange(CharTable.FirstHan, CharTable.LastHan);

    private void Remember(ReadOnlySpan<char> marker, int id)
    {
        switch (marker)
        {
            case "始##始":
                Begin = id;
                break;
            case "末##末":
                End = id;
                break;
            case "未##串":
                Letters = id;
                break;
            case "未##数":
                Digits = id;
                break;
            default:
                break;
        }
    }
}
