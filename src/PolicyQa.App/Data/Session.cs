namespace PolicyQa.App.Data;

/// <summary>Somebody who is signed in. The cookie's value is not kept, only its hash.</summary>
internal sealed class Session
{
    /// <summary>SHA-256 of the cookie's value, lower-case hex.</summary>
    public required string Id { get; set; }

    public required int AccountId { get; set; }

    public Account? Account { get; set; }

    public required DateTimeOffset Created { get; set; }

    /// <summary>To the minute.</summary>
    public required DateTimeOffset LastSeen { get; set; }
}
