namespace PolicyQa.App.Channels;

/// <summary>What a language model does for channels; null for what it does not.</summary>
internal sealed record ModelServices(Wordings? Wordings = null, Phrasing? Phrasing = null, Rewriting? Rewriting = null);
