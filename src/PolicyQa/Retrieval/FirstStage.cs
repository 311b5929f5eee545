namespace PolicyQa.Retrieval;

/// <summary>One article as the first stage scored it.</summary>
/// <param name="Ordinal">Which article.</param>
/// <param name="Whole">The article's own score and its best passage's share.</param>
/// <param name="Features">What the ranker sees of it.</param>
internal readonly record struct FirstStage(int Ordinal, double Whole, float[] Features);
