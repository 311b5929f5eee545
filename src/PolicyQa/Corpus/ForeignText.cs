namespace PolicyQa.Corpus;

/// <summary>Words of one article that stand in another.</summary>
internal sealed record ForeignText(string HostId, Damage Damage);
