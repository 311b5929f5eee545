namespace PolicyQa;

/// <summary>One question as a channel hands it over.</summary>
/// <param name="Question">As typed; 1–500 characters after trimming.</param>
public sealed record AskRequest(string Question)
{
    /// <summary>Earlier questions of the same conversation, oldest first.</summary>
    public IReadOnlyList<string> History { get; init; } = [];

    /// <summary>Restricts the answer to one department; any of its names will do.</summary>
    public string? Department { get; init; }

    /// <summary>Restricts the search to these article ids; null searches all.</summary>
    public IReadOnlyCollection<string>? Within { get; init; }

    /// <summary>Which channel it came by, for <see cref="EngineMeasures"/>: one of a few fixed words. Null is not counted.</summary>
    public string? Channel { get; init; }

    /// <summary>Also tell why, as <see cref="Answering.Answer.Explanation"/>; the answer is the same.</summary>
    public bool Explain { get; init; }

    /// <summary>How many article ids to list in <see cref="Answering.Answer.Ranked"/>.</summary>
    public int Top { get; init; } = 10;
}
