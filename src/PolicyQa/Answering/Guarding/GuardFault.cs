namespace PolicyQa.Answering.Guarding;

/// <summary>Why a sentence of a rewording may not be shown.</summary>
public enum GuardFault
{
    /// <summary>It cites nothing.</summary>
    MissingCitation,

    /// <summary>It cites an excerpt that does not exist.</summary>
    UnknownCitation,

    /// <summary>One of the excerpts it cites says nothing of it.</summary>
    IdleCitation,

    /// <summary>It says nothing that an excerpt says.</summary>
    NothingSaid,

    /// <summary>It names a department other than that of the excerpt cited.</summary>
    ForeignDepartment,

    /// <summary>It names a person who is not in the excerpt cited.</summary>
    ForeignPerson,

    /// <summary>A figure stands in no excerpt cited.</summary>
    WrongFigure,

    /// <summary>The figure stands there with another unit.</summary>
    WrongUnit,

    /// <summary>以上, 至少, 约 and the like were added, lost or exchanged.</summary>
    BoundChanged,

    /// <summary>A year, date or deadline stands in no excerpt cited.</summary>
    WrongTime,

    /// <summary>A figure or date was given to another thing.</summary>
    WrongOwner,

    /// <summary>What narrows the figure (二级以上, 公办) was left out.</summary>
    QualifierLost,

    /// <summary>A term in quotation marks stands in no excerpt cited.</summary>
    WrongQuote,

    /// <summary>It denies what the excerpt says, or says what the excerpt denies.</summary>
    Denied,

    /// <summary>A word stands in no excerpt cited.</summary>
    UnknownWord,

    /// <summary>The excerpt's words were put together to another statement.</summary>
    Recombined,
}
