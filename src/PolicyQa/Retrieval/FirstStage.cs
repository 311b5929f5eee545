namespace PolicyQa.Retrieval;

/// <summary>One article as the first stage scored it.</summary>
/// <param name="Ordinal">Which article.</param>
/// <param name="Whole">The score it is ranked by.</param>
/// <param name="Article">Its own share: BM25 of the whole text.</param>
/// <param name="Passage">BM25 of its best passage.</param>
internal readonly record struct FirstStage(int Ordinal, double Whole, double Article, double Passage);
