namespace PolicyQa.Questions;

/// <summary>What kind of answer a question wants.</summary>
public enum QuestionKind
{
    /// <summary>No question word: a few key words.</summary>
    Topic,

    /// <summary>多少, 几所, 多大.</summary>
    Quantity,

    /// <summary>什么时候, 哪年.</summary>
    Time,

    /// <summary>谁, 哪位.</summary>
    Person,

    /// <summary>哪里, 在哪儿.</summary>
    Place,

    /// <summary>哪个部门, 谁负责.</summary>
    Department,

    /// <summary>哪些, 包括什么.</summary>
    List,

    /// <summary>什么是, 是什么意思.</summary>
    Definition,

    /// <summary>什么机制, 叫什么.</summary>
    Term,

    /// <summary>吗, 是否.</summary>
    YesNo,

    /// <summary>怎么做, 有什么举措, 为什么: whole clauses.</summary>
    Manner,

    /// <summary>怎么样, 情况如何.</summary>
    Description,
}
