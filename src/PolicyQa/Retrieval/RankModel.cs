using PolicyQa.Analysis;

namespace PolicyQa.Retrieval;

/// <summary>The linear ranker: what one of <see cref="RankFeatures"/> more is worth.</summary>
internal sealed class RankModel(IEnumerable<string> lines) : LinearModel(RankFeatures.Names, lines)
{
    /// <summary>The one that ships; NOTICE.md beside it says what it was trained on.</summary>
    public static RankModel Shipped { get; } = new(EmbeddedText.Lines("ranker.txt"));

    /// <summary>What makes up a score, feature by feature; features that weigh nothing are left out.</summary>
    public IEnumerable<Contribution> Contributions(float[] features) =>
        Enumerable.Range(0, Names.Count).Where(i => Weights[i] != 0)
            .Select(i => new Contribution(Names[i], Math.Round(features[i], 4), Math.Round(Weights[i], 4)));
}
