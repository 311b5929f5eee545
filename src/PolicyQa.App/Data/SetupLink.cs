namespace PolicyQa.App.Data;

/// <summary>Whoever opens it makes an account, or a new password for one. Used once. The link's secret is not kept, only its hash.</summary>
internal sealed class SetupLink
{
    /// <summary>SHA-256 of the secret, lower-case hex.</summary>
    public required string Id { get; set; }

    /// <summary>Whose password it renews; null makes an account.</summary>
    public int? AccountId { get; set; }

    public required DateTimeOffset Expires { get; set; }
}
