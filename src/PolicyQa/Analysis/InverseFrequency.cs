namespace PolicyQa.Analysis;

/// <summary>Robertson and Spärck Jones' idf, kept above 0 as Lucene's BM25 keeps it: ln(1 + (N - n + 0.5) / (n + 0.5)).</summary>
internal static class InverseFrequency
{
    /// <summary>The weight of a term.</summary>
    /// <param name="frequency">Texts that hold the term, at most <paramref name="all"/>.</param>
    /// <param name="all">All texts.</param>
    public static double Of(double frequency, double all) => Math.Log(1 + (all - frequency + 0.5) / (frequency + 0.5));
}
