using PolicyQa.Comprehension;

namespace PolicyQa.ReaderTraining;

/// <summary>Which characters and bigrams the reader shall know, and how rare each is.</summary>
internal static class VocabularyBuilder
{
    private const int LeastCharacters = 4;
    private const int LeastBigrams = 4;

    public static ReaderVocabulary Of(IReadOnlyList<string> passages, IEnumerable<string> questions)
    {
        Dictionary<char, int> characters = [];
        Dictionary<(char, char), int> bigrams = [];
        foreach (var text in passages.Concat(questions))
        {
            foreach (var c in text) characters[c] = characters.GetValueOrDefault(c) + 1;
        }

        foreach (var text in passages)
        {
            HashSet<(char, char)> seen = [];
            for (var i = 0; i + 1 < text.Length; i++)
            {
                if (char.IsLetterOrDigit(text[i]) && char.IsLetterOrDigit(text[i + 1])) seen.Add((text[i], text[i + 1]));
            }

            foreach (var b in seen) bigrams[b] = bigrams.GetValueOrDefault(b) + 1;
        }

        var known = bigrams.Where(b => b.Value >= LeastBigrams).OrderByDescending(b => b.Value).ThenBy(b => b.Key).ToArray();
        var most = Math.Log(passages.Count + 1);
        float[] rarity = [1, .. known.Select(b => (float)(Math.Log((passages.Count + 1.0) / (b.Value + 0.5)) / most))];
        return new ReaderVocabulary(
            string.Concat(characters.Where(c => c.Value >= LeastCharacters).OrderByDescending(c => c.Value).ThenBy(c => c.Key).Select(c => c.Key)),
            string.Concat(known.Select(b => $"{b.Key.Item1}{b.Key.Item2}")),
            rarity);
    }
}
