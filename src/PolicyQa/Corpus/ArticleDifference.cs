namespace PolicyQa.Corpus;

/// <summary>In what two readings of one article differ.</summary>
[Flags]
public enum ArticleDifference
{
    None = 0,
    Text = 1,
    Title = 2,

    /// <summary>Department, speaker, post or reporter.</summary>
    People = 4,
    Year = 8,
    City = 16,

    /// <summary>It stands in another file.</summary>
    Source = 32,

    /// <summary>Other stretches are marked as damaged.</summary>
    Damage = 64,

    /// <summary>Its head changed, and with it its id: links to the old address end.</summary>
    Address = 128,
}
