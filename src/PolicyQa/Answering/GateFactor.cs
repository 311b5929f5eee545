namespace PolicyQa.Answering;

/// <summary>One thing that changed a reading's confidence.</summary>
/// <param name="Name">What: unknownWord, wordElsewhere, …</param>
/// <param name="Subject">The word it is about; null where there is none.</param>
/// <param name="Factor">The confidence was multiplied by this.</param>
public sealed record GateFactor(string Name, string? Subject, double Factor);
