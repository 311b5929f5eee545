namespace PolicyQa.Answering.Guarding;

/// <summary>What became of an attempt to put an answer into better words.</summary>
public enum WordingOutcome
{
    /// <summary>All that the model wrote is shown.</summary>
    Worded,

    /// <summary>Some sentences are shown, others were dropped or never came.</summary>
    PartlyWorded,

    /// <summary>The guard passed no sentence.</summary>
    Rejected,

    /// <summary>What the guard passed no longer said the answer.</summary>
    AnswerLost,

    /// <summary>The model wrote nothing.</summary>
    Empty,

    /// <summary>The model took too long.</summary>
    TimedOut,

    /// <summary>Too many questions at once.</summary>
    Busy,

    /// <summary>The day's tokens are spent, or the answer is too long for a model.</summary>
    OverBudget,

    /// <summary>The model failed again and again and is left alone for a while.</summary>
    CircuitOpen,

    /// <summary>The model's service says that it is asked too often.</summary>
    RateLimited,

    /// <summary>The model's service failed.</summary>
    Failed,
}
