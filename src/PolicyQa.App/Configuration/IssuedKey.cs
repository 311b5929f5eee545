namespace PolicyQa.App.Configuration;

/// <summary>A key that was made at /admin.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Hash">SHA-256 of the key.</param>
/// <param name="Administers">May also use the interfaces below /api/admin.</param>
internal sealed record IssuedKey(string Name, byte[] Hash, bool Administers);
