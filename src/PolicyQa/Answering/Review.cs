namespace PolicyQa.Answering;

/// <summary>Who checked an answer that people wrote.</summary>
/// <param name="Office">The office that answers for it.</param>
/// <param name="Date">When it was checked.</param>
public sealed record Review(string Office, DateOnly Date);
