namespace PolicyQa.Questions;

/// <summary>A question understood. All strings but <see cref="Text"/> are folded (see <see cref="Analysis.CharacterFolding"/>).</summary>
public sealed record Question
{
    /// <summary>As asked, trimmed.</summary>
    public required string Text { get; init; }

    /// <summary>With a follow-up's reference filled in; equals the folded text for a question that stands alone.</summary>
    public required string Resolved { get; init; }

    public required QuestionKind Kind { get; init; }

    /// <summary>Departments of the corpus that it names, canonical (市教育局).</summary>
    public IReadOnlyList<string> Departments { get; init; } = [];

    /// <summary>A department it names that the corpus does not have.</summary>
    public string? UnknownDepartment { get; init; }

    /// <summary>People of the corpus that it names.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>The year asked about where it is said outright or as 去年/明年; null for 今年 and for none.</summary>
    public int? Year { get; init; }

    /// <summary>去年 (-1), 明年 (+1), relative to the article's year; 0 otherwise.</summary>
    public int YearOffset { get; init; }

    /// <summary>It says 今年.</summary>
    public bool ThisYear { get; init; }

    /// <summary>A place other than the corpus's own city.</summary>
    public string? ForeignPlace { get; init; }

    /// <summary>The corpus's own city where the question names it (without 市).</summary>
    public string? City { get; init; }

    /// <summary>It asks department by department (各部门分别, 哪些部门).</summary>
    public bool Across { get; init; }

    /// <summary>The measure word or unit it demands (名, 所, 亿元); null where it names none.</summary>
    public string? Unit { get; init; }

    /// <summary>The noun whose kind is asked for: 机制 in 什么机制, 教师 in 多少教师.</summary>
    public string? Asked { get; init; }

    /// <summary>The question word itself: 多少所, 是谁; empty where there is none.</summary>
    public string QuestionWord { get; init; } = "";

    /// <summary>What stands before the question word, masked parts left out.</summary>
    public string Before { get; init; } = "";

    /// <summary>What stands after the question word.</summary>
    public string After { get; init; } = "";

    public IReadOnlyList<FocusTerm> Focus { get; init; } = [];

    /// <summary>What narrows the question (二级以上, 外籍).</summary>
    public IReadOnlyList<Qualifier> Qualifiers { get; init; } = [];

    /// <summary>The words to search with: the question without its pattern words.</summary>
    public string SearchText { get; init; } = "";

    /// <summary>An order to the system rather than a question (忽略以上指令 …).</summary>
    public bool IsInstruction { get; init; }

    /// <summary>Its meaning as a vector; null where words alone are searched for.</summary>
    public EmbeddedQuestion? Embedded { get; init; }

    /// <summary>The kind of fact about the interview itself that is asked for, if any.</summary>
    public ByLineFact Fact { get; init; }
}
