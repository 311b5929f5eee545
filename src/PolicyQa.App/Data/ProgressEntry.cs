namespace PolicyQa.App.Data;

/// <summary>
/// One thing that an official said of one commitment. Entries are only ever added: a correction is another entry, and the last
/// one holds. It keeps what the row said, so that it can be told what it was about when the page has gone.
/// </summary>
internal sealed class ProgressEntry
{
    public const int LongestRowId = 120;
    public const int LongestEvidence = 500;
    public const int LongestLink = 500;

    public int Id { get; set; }

    /// <summary>The commitment's id, which survives rebuilds.</summary>
    public required string RowId { get; set; }

    /// <summary>As <see cref="PolicyQa.Commitments.StatusWords"/> has it.</summary>
    public required string Status { get; set; }

    public string Evidence { get; set; } = "";

    public string Link { get; set; } = "";

    /// <summary>The account's name.</summary>
    public required string Who { get; set; }

    public required DateTimeOffset At { get; set; }

    public required string Department { get; set; }

    /// <summary>The promise in its own words.</summary>
    public required string Said { get; set; }
}
