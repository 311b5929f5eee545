using System.Buffers;
using System.Collections.Frozen;
using PolicyQa.Analysis;

namespace PolicyQa.Answering.Guarding;

/// <summary>A shipped list of words, found in folded text longest first. Immutable.</summary>
internal sealed class WordList
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly SearchValues<char> _beginnings;

    public WordList(IEnumerable<string> words)
    {
        var set = words.Select(CharacterFolding.Fold).ToFrozenSet(StringComparer.Ordinal);
        _words = set.GetAlternateLookup<ReadOnlySpan<char>>();
        _beginnings = SearchValues.Create([.. set.Select(w => w[0]).Distinct()]);
        Longest = set.Max(w => w.Length);
        All = set;
    }

    public IReadOnlyCollection<string> All { get; }

    public int Longest { get; }

    /// <summary>All words of an embedded file.</summary>
    public static WordList Read(string name) => new(EmbeddedText.Lines(name).SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    public bool Contains(ReadOnlySpan<char> word) => _words.Contains(word);

    /// <summary>Length of the longest word that begins at <paramref name="at"/>; 0 where none does.</summary>
    public int LongestAt(ReadOnlySpan<char> text, int at)
    {
        if (!_beginnings.Contains(text[at])) return 0;
        for (var length = Math.Min(Longest, text.Length - at); length > 0; length--)
        {
            if (_words.Contains(text.Slice(at, length))) return length;
        }

        return 0;
    }
}
