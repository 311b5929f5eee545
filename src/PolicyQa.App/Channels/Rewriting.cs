namespace PolicyQa.App.Channels;

/// <summary>Where a language model makes a follow-up question whole; null = as asked. Not registered: the engine resolves follow-ups itself.</summary>
internal delegate Task<string?> Rewriting(string question, IReadOnlyList<string> history, CancellationToken cancellationToken);
