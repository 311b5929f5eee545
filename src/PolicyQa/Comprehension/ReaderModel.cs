using System.Reflection;
using System.Text;

namespace PolicyQa.Comprehension;

/// <summary>The reader's vocabulary and weights. Written by src/PolicyQa.ReaderTraining; NOTICE.md beside the file says what it was trained on.</summary>
internal sealed class ReaderModel
{
    private const string Magic = "PQREADER3";

    private static readonly Lazy<ReaderModel> FromResource = new(() =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("reader.bin") ?? throw new InvalidOperationException("embedded resource reader.bin is missing");
        return new ReaderModel(stream);
    });

    private readonly Dictionary<string, Layer> _layers = new(StringComparer.Ordinal);

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">The stream holds no model of this version.</exception>
    public ReaderModel(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8);
        if (reader.ReadString() != Magic) throw new InvalidDataException($"not a reader model ({Magic})");
        var (characters, bigrams) = (reader.ReadString(), reader.ReadString());
        var rarity = new float[bigrams.Length / 2 + 1];
        for (var i = 0; i < rarity.Length; i++) rarity[i] = reader.ReadByte() / 255f;
        Vocabulary = new ReaderVocabulary(characters, bigrams, rarity);
        Width = reader.ReadInt32();
        CharacterSize = reader.ReadInt32();
        BigramSize = reader.ReadInt32();
        Encoder = Integers(reader);
        First = Integers(reader);
        Second = Integers(reader);
        Characters = new VectorTable(reader, CharacterSize);
        BigramVectors = new VectorTable(reader, BigramSize);
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            var name = reader.ReadString();
            var (rows, columns) = (reader.ReadInt32(), reader.ReadInt32());
            var values = new float[rows * columns];
            for (var i = 0; i < values.Length; i++) values[i] = (float)reader.ReadHalf();
            _layers[name] = new Layer(rows, columns, values);
        }
    }

    /// <summary>The one that ships; read at first use.</summary>
    public static ReaderModel Shipped => FromResource.Value;

    public ReaderVocabulary Vocabulary { get; }

    /// <summary>Values of one character between layers; a multiple of <see cref="MatrixProduct.ColumnBlock"/>.</summary>
    public int Width { get; }

    public int CharacterSize { get; }

    public int BigramSize { get; }

    /// <summary>Dilations of the convolutions before question and passage meet.</summary>
    public int[] Encoder { get; }

    /// <summary>Dilations of the convolutions after it.</summary>
    public int[] First { get; }

    /// <summary>Dilations of the last convolutions.</summary>
    public int[] Second { get; }

    /// <summary>Vectors of characters by id.</summary>
    public VectorTable Characters { get; }

    /// <summary>Vectors of bigrams by id.</summary>
    public VectorTable BigramVectors { get; }

    /// <summary>The layer of that name.</summary>
    public Layer this[string name] => _layers[name];

    private static int[] Integers(BinaryReader reader)
    {
        var values = new int[reader.ReadInt32()];
        for (var i = 0; i < values.Length; i++) values[i] = reader.ReadInt32();
        return values;
    }
}
