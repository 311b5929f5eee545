using PolicyQa.Comprehension;
using static TorchSharp.torch;

namespace PolicyQa.ReaderTraining;

/// <summary>Vectors of bigrams by the company they keep: positive pointwise mutual information, then SVD (Levy, Goldberg, Dagan 2015).</summary>
internal static class BigramVectors
{
    private const int Window = 6;

    /// <summary>(bigrams + 1) × <paramref name="size"/>; row 0 is zero.</summary>
    public static Tensor Of(ReaderVocabulary vocabulary, IReadOnlyList<string> passages, int size, int contexts)
    {
        var count = vocabulary.Bigrams.Length / 2;
        contexts = Math.Min(contexts, count);
        var pairs = new float[count, contexts];
        foreach (var text in passages)
        {
            var ids = Enumerable.Range(0, Math.Max(0, text.Length - 1)).Select(i => vocabulary.Id(text[i], text[i + 1]) - 1).ToArray();
            for (var i = 0; i < ids.Length; i++)
            {
                if (ids[i] < 0) continue;
                for (var k = Math.Max(0, i - Window); k <= Math.Min(ids.Length - 1, i + Window); k++)
                {
                    if (Math.Abs(k - i) >= 2 && ids[k] >= 0 && ids[k] < contexts) pairs[ids[i], ids[k]] += 1;
                }
            }
        }

        using var scope = NewDisposeScope();
        var m = tensor(pairs);
        var total = m.sum();
        var (rows, columns) = (m.sum(1, keepdim: true).add(1), m.sum(0, keepdim: true).pow(0.75));
        columns = columns / columns.sum() * total;
        var pmi = (m * total / (rows * columns)).add(1e-9).log().clamp_min(0);
        random.manual_seed(7);
        var q = randn(contexts, size + 16);
        for (var i = 0; i < 4; i++)
        {
            q = linalg.qr(pmi.mm(q)).Q;
            q = linalg.qr(pmi.t().mm(q)).Q;
        }

        var projected = pmi.mm(q);
        var (u, s, _) = linalg.svd(projected, fullMatrices: false);
        var vectors = u.narrow(1, 0, size) * s.narrow(0, 0, size).sqrt();
        vectors = vectors / vectors.norm(1, keepdim: true).clamp_min(1e-6) * Math.Sqrt(size) * 0.3;
        return cat([zeros(1, size), vectors], 0).MoveToOuterDisposeScope();
    }
}
