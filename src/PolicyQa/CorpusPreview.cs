using PolicyQa.Analysis;
using PolicyQa.Commitments;
using PolicyQa.Corpus;
using PolicyQa.Passages;

namespace PolicyQa;

/// <summary>How a set of files would be read, and what that changes, before anybody is served from it. Immutable.</summary>
public sealed record CorpusPreview
{
    /// <summary>In corpus order.</summary>
    public required IReadOnlyList<Article> Articles { get; init; }

    /// <summary>How many passages each article has, by its id.</summary>
    public required IReadOnlyDictionary<string, int> Passages { get; init; }

    /// <summary>What was skipped, lexicon included.</summary>
    public required IReadOnlyList<ReadProblem> Problems { get; init; }

    /// <summary>Against what is served.</summary>
    public required CorpusComparison Changes { get; init; }

    /// <summary>Rows of the ledger there will be.</summary>
    public required int Commitments { get; init; }

    /// <summary>Rows that are served and will be gone.</summary>
    public required IReadOnlyList<Commitment> GoneCommitments { get; init; }

    /// <summary>Rows that are new.</summary>
    public required IReadOnlyList<Commitment> NewCommitments { get; init; }

    /// <summary>Reads the files as an index would be built from them. Linear in their text; touches neither disk nor the served index.</summary>
    /// <param name="files">All files of the corpus as it would be: pages, source.json, lexicon.</param>
    /// <param name="served">What answers now; null where nothing does.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static CorpusPreview Of(IReadOnlyList<SourceFile> files, QaEngine? served, CancellationToken cancellationToken = default)
    {
        var contents = CorpusReader.Read([.. files.Where(f => !CorpusFolder.IsLexicon(f.Path))], [], cancellationToken);
        var passages = contents.Articles.SelectMany(PassageSplitter.Split).ToList();
        var rows = Ledger.Of(contents.Articles, passages).Items;
        var before = served?.Ledger.Items ?? [];
        return new CorpusPreview
        {
            Articles = contents.Articles,
            Passages = passages.GroupBy(p => p.ArticleId, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal),
            Problems = [.. contents.Problems, .. Lexicon.Of(files).Problems],
            Changes = CorpusComparison.Of(served?.Articles ?? [], contents.Articles),
            Commitments = rows.Count,
            GoneCommitments = [.. before.ExceptBy(rows.Select(r => r.Id), r => r.Id, StringComparer.Ordinal)],
            NewCommitments = [.. rows.ExceptBy(before.Select(r => r.Id), r => r.Id, StringComparer.Ordinal)],
        };
    }
}
