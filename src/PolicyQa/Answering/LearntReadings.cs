namespace PolicyQa.Answering;

/// <summary>What the learnt reader found for one question.</summary>
/// <param name="Spans">Best first.</param>
/// <param name="Articles">Ids of all articles found, in the order that search and reader together give them.</param>
internal sealed record LearntReadings(IReadOnlyList<LearntReading> Spans, IReadOnlyList<string> Articles);
