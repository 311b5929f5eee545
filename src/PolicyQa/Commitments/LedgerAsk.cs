namespace PolicyQa.Commitments;

/// <summary>What a question wants of the ledger.</summary>
internal enum LedgerAsk
{
    /// <summary>有哪些量化目标, 年底前完成什么.</summary>
    List,

    /// <summary>有多少项可量化的承诺.</summary>
    Count,

    /// <summary>哪个部门的承诺最多.</summary>
    MostRows,

    /// <summary>哪个部门引进的人才最多.</summary>
    MostOf,

    /// <summary>哪些部门没有量化目标.</summary>
    WhoLacks,

    /// <summary>今年一共要建多少个….</summary>
    Total,

    /// <summary>哪些任务已完成, 承诺进展怎么样.</summary>
    Progress,
}
