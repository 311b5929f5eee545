using PolicyQa.Analysis;
using PolicyQa.Corpus;
using PolicyQa.Passages;

namespace PolicyQa.Commitments;

/// <summary>The commitments of one interview. Linear in its text.</summary>
internal static class CommitmentFinder
{
    /// <summary>In text order; none for a preface or a page without a department.</summary>
    public static IEnumerable<Commitment> Find(Article article, IEnumerable<Passage> passages)
    {
        if (article.Kind != ArticleKind.Interview || article.Department is not { } department) yield break;
        Dictionary<string, int> twins = new(StringComparer.Ordinal);
        foreach (var section in passages.Where(p => p.Section.Role is SectionRole.Lead or SectionRole.Body).GroupBy(p => p.Section))
        {
            Sentence[] sentences = [.. section.SelectMany(p => p.Sentences)];
            for (var i = 0; i < sentences.Length; i++)
            {
                var sentence = sentences[i];
                var text = sentence.Span.Of(article.Text);
                foreach (var promise in SentenceReader.Read(text, article.Year, isHeading: i == 0 && section.Key.Label is not null && i + 1 < sentences.Length))
                {
                    yield return Row(article, department, section.Key, sentence, promise, twins);
                }
            }
        }
    }

    private static Commitment Row(Article article, string department, Section section, Sentence sentence, Promise promise, Dictionary<string, int> twins) => new()
    {
        Id = IdOf(article, promise.Words.Of(sentence.Span.Of(article.Text)), twins),
        ArticleId = article.Id,
        Title = article.Title,
        Department = department,
        Speaker = article.Speaker,
        City = article.City,
        Year = article.Year,
        Section = section.Label,
        Action = promise.Action,
        Object = promise.Object,
        Quantities = promise.Quantities,
        Deadline = promise.Deadline,
        Kind = promise.Quantities.Count > 0 ? CommitmentKind.Measurable : promise.Deadline is not null ? CommitmentKind.Deadline : CommitmentKind.Measure,
        Excerpt = sentence.Span.Of(article.Text),
        Start = sentence.Start,
        End = sentence.End,
        Words = new TextSpan(sentence.Start + promise.Words.Start, sentence.Start + promise.Words.End),
        Damaged = sentence.Damaged,
        SourceHash = article.SourceHash,
    };

    /// <summary>Of the article's identity and the promise's letters and digits; the second of two with the same words is counted.</summary>
    private static string IdOf(Article article, string words, Dictionary<string, int> twins)
    {
        var bare = CharacterFolding.Bare(words);
        var twin = twins[bare] = twins.GetValueOrDefault(bare) + 1;
        return $"{article.Id}-{Sha256.Of($"{article.Id}\n{bare}")[..8]}{(twin > 1 ? $"-{twin}" : "")}";
    }
}
