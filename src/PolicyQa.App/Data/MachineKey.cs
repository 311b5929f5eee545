namespace PolicyQa.App.Data;

/// <summary>A key that a program comes in with. The key itself is shown once and not kept, only its hash.</summary>
internal sealed class MachineKey
{
    public int Id { get; set; }

    /// <summary>What it is for, in the words of whoever made it.</summary>
    public required string Name { get; set; }

    /// <summary>SHA-256 of the key, lower-case hex.</summary>
    public required string Hash { get; set; }

    /// <summary>May also use the interfaces below /api/admin.</summary>
    public bool Administers { get; set; }

    public required DateTimeOffset Created { get; set; }

    public required string CreatedBy { get; set; }

    /// <summary>Opens nothing any more; null while it does.</summary>
    public DateTimeOffset? Revoked { get; set; }
}
