using PolicyQa.Answering;

namespace PolicyQa.App.Channels;

/// <summary>
/// Where a language model puts an extractive answer into more words; null = no better than it was. Not registered: extractive
/// answers only. It may take its time: the channel holds the deadline.
/// </summary>
internal delegate Task<Answer?> Phrasing(Answer extractive, CancellationToken cancellationToken);
