namespace PolicyQa.App.Data;

/// <summary>Wrong passwords for one name, whether or not there is such an account: so that nobody learns that from being locked out.</summary>
internal sealed class FailedSignIn
{
    /// <summary>SHA-256 of the name, lower-case hex.</summary>
    public required string Id { get; set; }

    /// <summary>In a row.</summary>
    public int Failures { get; set; }

    public DateTimeOffset Last { get; set; }

    /// <summary>Until then no password is even looked at.</summary>
    public DateTimeOffset? LockedUntil { get; set; }
}
