using PolicyQa.Questions;

namespace PolicyQa.Answering;

/// <summary>How far texts bear out the terms of one question.</summary>
/// <param name="terms">The question's own terms.</param>
/// <param name="passages">Passages of the index: a weight is taken relative to the greatest that a word can have there.</param>
internal sealed class TermCover(FocusTerm[] terms, int passages)
{
    private readonly double _all = terms.Sum(t => t.Weight);
    private readonly double _most = Math.Log(1 + ((passages + 0.5) / 0.5));

    /// <summary>Degree of each term, 0–1, in the order of the terms.</summary>
    public double[] In(string folded) => [.. terms.Select(t => TermMatch.Degree(t, folded))];

    /// <summary>Weighted mean of the degrees; 1 where there are no terms.</summary>
    public double Share(double[] degrees) => _all > 0 ? terms.Select((t, i) => t.Weight * degrees[i]).Sum() / _all : 1;

    /// <summary>Share of the weight whose degree is below <paramref name="least"/>.</summary>
    public double Missing(double[] degrees, double least) => _all > 0 ? terms.Where((_, i) => degrees[i] < least).Sum(t => t.Weight) / _all : 0;

    /// <summary>The weight of the heaviest term missing, relative to the greatest possible; 0 where none is.</summary>
    public double Heaviest(double[] degrees, double least) => terms.Where((_, i) => degrees[i] < least).Select(t => Math.Min(1, t.Weight / _most)).DefaultIfEmpty(0).Max();

    /// <summary>Degree of the heaviest term; 1 where there are no terms.</summary>
    public double Rarest(double[] degrees)
    {
        var heaviest = -1;
        for (var i = 0; i < terms.Length; i++)
        {
            if (heaviest < 0 || terms[i].Weight > terms[heaviest].Weight) heaviest = i;
        }

        return heaviest < 0 ? 1 : degrees[heaviest];
    }
}
