namespace PolicyQa.Answering.Guarding;

/// <summary>An excerpt that may be cited; taken apart when it first is.</summary>
internal sealed record Excerpt(int Id, Lazy<Grounds> Grounds);
