namespace PolicyQa.Questions;

/// <summary>What question understanding needs to know of the index.</summary>
public interface ITermStatistics
{
    /// <summary>Number of passages, at least 1.</summary>
    int Passages { get; }

    /// <summary>An upper bound of the number of passages that hold the folded word; 0 means surely none.</summary>
    int Frequency(string word);

    /// <summary>A word of the corpus that sounds like <paramref name="word"/> and shares a character with it; null where there is none.</summary>
    string? SoundsLike(string word);
}
