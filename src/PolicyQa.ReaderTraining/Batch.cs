using PolicyQa.Comprehension;
using static TorchSharp.torch;

namespace PolicyQa.ReaderTraining;

/// <summary>Readings of one batch, padded to the longest.</summary>
internal sealed class Batch
{
    public Batch(IReadOnlyList<(ReaderText Question, ReaderText Passage)> readings)
    {
        (QuestionCharacters, QuestionBigrams, QuestionFeatures, QuestionMask) = Pad([.. readings.Select(r => r.Question)]);
        (PassageCharacters, PassageBigrams, PassageFeatures, PassageMask) = Pad([.. readings.Select(r => r.Passage)]);
    }

    public Tensor QuestionCharacters { get; }
    public Tensor QuestionBigrams { get; }
    public Tensor QuestionFeatures { get; }
    public Tensor QuestionMask { get; }
    public Tensor PassageCharacters { get; }
    public Tensor PassageBigrams { get; }
    public Tensor PassageFeatures { get; }
    public Tensor PassageMask { get; }

    private static (Tensor, Tensor, Tensor, Tensor) Pad(ReaderText[] texts)
    {
        var (n, longest) = (texts.Length, texts.Max(t => t.Length));
        var characters = new long[n * longest];
        var bigrams = new long[n * (longest + 1)];
        var features = new float[n * longest * ReaderFeatures.Count];
        var mask = new float[n * longest];
        for (var i = 0; i < n; i++)
        {
            var t = texts[i];
            for (var k = 0; k < t.Length; k++) (characters[i * longest + k], mask[i * longest + k]) = (t.Characters[k], 1);
            for (var k = 0; k <= t.Length; k++) bigrams[i * (longest + 1) + k] = t.Bigrams[k];
            t.Features.CopyTo(features, i * longest * ReaderFeatures.Count);
        }

        return (tensor(characters).view(n, longest), tensor(bigrams).view(n, longest + 1), tensor(features).view(n, longest, ReaderFeatures.Count), tensor(mask).view(n, longest));
    }
}
