namespace PolicyQa.Comprehension;

/// <summary>Characters and bigrams that the reader knows, all folded; 0 stands for every other one.</summary>
internal sealed class ReaderVocabulary
{
    private readonly ushort[] _characters = new ushort[char.MaxValue + 1];
    private readonly Dictionary<int, int> _bigrams;
    private readonly float[] _rarity;

    /// <summary>A vocabulary of these characters and bigrams.</summary>
    /// <param name="characters">The character with id i + 1 stands at i.</param>
    /// <param name="bigrams">The bigram with id i + 1 stands at 2 i.</param>
    /// <param name="rarity">Of bigram id i, 0–1; that of unknown ones at 0.</param>
    public ReaderVocabulary(string characters, string bigrams, float[] rarity)
    {
        Characters = characters;
        Bigrams = bigrams;
        for (var i = 0; i < characters.Length; i++) _characters[characters[i]] = (ushort)(i + 1);
        _bigrams = new Dictionary<int, int>(bigrams.Length / 2);
        for (var i = 0; i < bigrams.Length; i += 2) _bigrams[Key(bigrams[i], bigrams[i + 1])] = i / 2 + 1;
        _rarity = rarity;
    }

    public string Characters { get; }

    public string Bigrams { get; }

    /// <summary>Rarity by bigram id.</summary>
    public IReadOnlyList<float> Rarities => _rarity;

    public int Id(char c) => _characters[c];

    public int Id(char first, char second) => _bigrams.GetValueOrDefault(Key(first, second));

    /// <summary>How much it says that two texts share this bigram: inverse passage frequency, scaled to 0–1.</summary>
    public float Rarity(char first, char second) => Rarity(Id(first, second));

    /// <summary>The same by bigram id.</summary>
    public float Rarity(int bigram) => _rarity[bigram];

    private static int Key(char first, char second) => (first << 16) | second;
}
