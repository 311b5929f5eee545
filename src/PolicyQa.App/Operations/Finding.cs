namespace PolicyQa.App.Operations;

/// <summary>What a look at one part of the service found.</summary>
/// <param name="Name">Of the part: index, corpus, disk, data…</param>
/// <param name="Status">How it fares.</param>
/// <param name="Detail">In Chinese, for an operator; without paths, which are nobody else's business.</param>
internal sealed record Finding(string Name, Condition Status, string Detail);
