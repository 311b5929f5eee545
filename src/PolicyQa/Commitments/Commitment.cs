using PolicyQa.Corpus;

namespace PolicyQa.Commitments;

/// <summary>One promise of one department: a row of the ledger. Offsets are canonical (see <see cref="Article"/>). Immutable.</summary>
public sealed record Commitment
{
    /// <summary>URL-safe and unique; made of the article's identity and the promise's own words, so it survives a rebuild and edits elsewhere.</summary>
    public required string Id { get; init; }

    public required string ArticleId { get; init; }

    /// <summary>The article's headline.</summary>
    public required string Title { get; init; }

    public required string Department { get; init; }

    public string? Speaker { get; init; }

    public string? City { get; init; }

    /// <summary>The year that 今年 means; null where the page does not say.</summary>
    public int? Year { get; init; }

    public string? Section { get; init; }

    /// <summary>What is to be done: 补充, 新建、改扩建.</summary>
    public required string Action { get; init; }

    /// <summary>To what: 教科研. Verbatim but for figures and times, which are fields of their own.</summary>
    public required string Object { get; init; }

    public required IReadOnlyList<PromisedQuantity> Quantities { get; init; }

    public Deadline? Deadline { get; init; }

    public required CommitmentKind Kind { get; init; }

    /// <summary>The sentence, verbatim.</summary>
    public required string Excerpt { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }

    /// <summary>The promise's own words within [Start, End): of several rows of one sentence each has its own.</summary>
    public required TextSpan Words { get; init; }

    /// <summary>Part of the sentence is lost, or words of another article stand in it.</summary>
    public required bool Damaged { get; init; }

    public required string SourceHash { get; init; }

    /// <summary>The promise in its own words, with its time where that stands elsewhere in the sentence.</summary>
    public string Line => Deadline is { } deadline && !Said.Contains(deadline.Text, StringComparison.Ordinal) ? $"{Said}（{deadline.Text}）" : Said;

    /// <summary>A question about this promise that the engine answers from the ledger.</summary>
    public string Question => LedgerQuestion.About(this);

    /// <summary>The promise's own words, verbatim.</summary>
    public string Said => Excerpt[(Words.Start - Start)..(Words.End - Start)];

    /// <summary>Where it can be read. Relative to the server's root.</summary>
    public string Url => ArticleAddress.Of(ArticleId, Start, End, Excerpt);
}
