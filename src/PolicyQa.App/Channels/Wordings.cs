using PolicyQa.Answering;

namespace PolicyQa.App.Channels;

/// <summary>
/// Where a language model puts an extractive answer into better words: successive answers, each guarded and complete, the last the
/// best; none where the extractive answer stands. <see cref="CurrentModel"/> has it where a model is configured.
/// </summary>
internal delegate IAsyncEnumerable<Answer> Wordings(Answer extractive, CancellationToken cancellationToken);
