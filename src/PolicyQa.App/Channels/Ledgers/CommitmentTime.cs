namespace PolicyQa.App.Channels.Ledgers;

/// <summary>A row's deadline as written, and as dates where the year makes it dates.</summary>
internal sealed record CommitmentTime(string Text, DateOnly? From, DateOnly? To);
