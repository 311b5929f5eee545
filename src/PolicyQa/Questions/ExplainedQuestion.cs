using System.Text.Json.Serialization;

namespace PolicyQa.Questions;

/// <summary>How a question was understood.</summary>
public sealed record ExplainedQuestion
{
    /// <summary>The question made whole, folded.</summary>
    public required string Resolved { get; init; }

    [JsonConverter(typeof(CamelCaseEnum<QuestionKind>))]
    public required QuestionKind Kind { get; init; }

    /// <summary>多少名, 什么时候; empty where there is none.</summary>
    public required string QuestionWord { get; init; }

    /// <summary>The noun asked for, if any.</summary>
    public string? Asked { get; init; }

    /// <summary>The unit demanded, if any.</summary>
    public string? Unit { get; init; }

    /// <summary>What evidence has to bear out, and how much each word matters.</summary>
    public required IReadOnlyList<FocusTerm> Focus { get; init; }

    /// <summary>Words that narrow the question (二级以上, 外籍): evidence without them does not answer.</summary>
    public IReadOnlyList<string> Qualifiers { get; init; } = [];

    public IReadOnlyList<string> Departments { get; init; } = [];

    /// <summary>A department that the corpus lacks.</summary>
    public string? UnknownDepartment { get; init; }

    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>Absolute, where the question says it so.</summary>
    public int? Year { get; init; }

    /// <summary>去年 -1, 明年 +1, counted from the article's year.</summary>
    public int YearOffset { get; init; }

    public string? City { get; init; }

    /// <summary>A place that is not the corpus's own.</summary>
    public string? ForeignPlace { get; init; }

    /// <summary>What earlier questions filled in; empty for a question that stands alone.</summary>
    public IReadOnlyList<string> FilledIn { get; init; } = [];

    /// <summary>Tells how <paramref name="question"/> was understood.</summary>
    /// <param name="question">Made whole by the conversation before it.</param>
    /// <param name="alone">The same words understood without that conversation.</param>
    internal static ExplainedQuestion Of(Question question, Question alone) => new()
    {
        Resolved = question.Resolved,
        Kind = question.Kind,
        QuestionWord = question.QuestionWord,
        Asked = question.Asked,
        Unit = question.Unit,
        Focus = [.. question.Focus.Select(f => f with { Weight = Math.Round(f.Weight, 3) })],
        Qualifiers = [.. question.Qualifiers.Select(q => q.Text)],
        Departments = question.Departments,
        UnknownDepartment = question.UnknownDepartment,
        People = question.People,
        Year = question.Year,
        YearOffset = question.YearOffset,
        City = question.City,
        ForeignPlace = question.ForeignPlace,
        FilledIn = ReferenceEquals(question, alone) ? [] : [.. Said(question).Except(Said(alone), StringComparer.Ordinal)],
    };

    private static IEnumerable<string> Said(Question question) =>
        question.Departments
            .Concat(question.People)
            .Concat(new[] { question.City, question.ForeignPlace, question.UnknownDepartment, question.Year is { } year ? $"{year}年" : null, question.QuestionWord }.OfType<string>().Where(w => w.Length > 0))
            .Concat(question.Focus.Select(f => f.Text));
}
