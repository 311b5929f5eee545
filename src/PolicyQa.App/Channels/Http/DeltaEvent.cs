namespace PolicyQa.App.Channels.Http;

/// <summary>The text of an answer as far as it has come.</summary>
internal sealed record DeltaEvent(string Text);
