namespace PolicyQa.App.Data;

/// <summary>Somebody who may sign in at /admin.</summary>
internal sealed class Account
{
    public const int LongestName = 64;

    public int Id { get; set; }

    /// <summary>Trimmed; unique without regard to case by <see cref="Key"/>.</summary>
    public required string Name { get; set; }

    /// <summary>The name as it is looked up.</summary>
    public required string Key { get; set; }

    /// <summary>As ASP.NET Core's password hasher writes it.</summary>
    public required string PasswordHash { get; set; }

    public required DateTimeOffset Created { get; set; }

    /// <summary>May no longer sign in; kept for the record.</summary>
    public bool Disabled { get; set; }

    public static string KeyOf(string name) => name.Trim().Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant();
}
