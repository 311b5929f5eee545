namespace PolicyQa.Answering;

/// <summary>Why a question ended as it did.</summary>
public enum VerdictReason
{
    /// <summary>A reading was sure enough.</summary>
    Answered,

    /// <summary>A byline or reporter line states it.</summary>
    ByLine,

    /// <summary>Listed, counted or added up from the ledger of commitments.</summary>
    Ledger,

    /// <summary>No byline states it.</summary>
    NotInByLine,

    /// <summary>An order to the machine.</summary>
    Instruction,

    /// <summary>It names a department that the corpus lacks.</summary>
    UnknownDepartment,

    /// <summary>It has no word to look for.</summary>
    NothingAsked,

    /// <summary>It names a person and asks what only a byline could tell.</summary>
    OnlyAPerson,

    /// <summary>Departments answer it differently, none clearly better.</summary>
    SeveralDepartments,

    /// <summary>Cities answer it differently.</summary>
    SeveralCities,

    /// <summary>No sentence holds anything that could be an answer.</summary>
    NoReading,

    /// <summary>The best reading is not sure enough.</summary>
    BelowThreshold,

    /// <summary>A figure of the answer stands in no excerpt.</summary>
    FigureNotCited,
}
