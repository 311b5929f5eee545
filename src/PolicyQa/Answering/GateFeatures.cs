using PolicyQa.Analysis;
using PolicyQa.Comprehension;
using PolicyQa.Questions;

namespace PolicyQa.Answering;

/// <summary>
/// What the learnt gate looks at: how well sentence, passage and article bear out the question, and what of it they lack.
/// Every value is between 0 and 1 and free of the corpus' size, so that what was learnt on one corpus holds on another. Kinds and
/// lengths of question are not among them: they say much about one question set and nothing about the next; nor is whether the best
/// sentence stands in the best article, which a corpus that repeats itself need not bear out.
/// </summary>
internal static class GateFeatures
{
    /// <summary>A term found less than this is missing.</summary>
    private const double Found = 0.35;

    /// <summary>Of an article, so many characters on either side are looked at, so that no article costs more than a millisecond.</summary>
    private const int Near = 10_000;

    /// <summary>Words of the features, in the order of <see cref="Of"/>; the model file repeats them.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "terms-clause", "terms-sentence", "terms-around", "terms-article", "missing-around", "missing-article", "heaviest-missing", "missing-count", "unknown",
        "number-missing", "year-other-around", "year-other-article", "latin-missing", "name-missing", "rarest-sentence", "rarest-around",
        "bigrams-sentence", "bigrams-passage", "bigrams-article", "bm25-passage", "bigrams-first-passage", "bigrams-first-article", "longest-common", "characters-sentence",
        "reader", "ruled", "asked-near", "terms-best-sentence", "terms-best-around",
        "read-answer", "read-odds", "read-span", "read-agrees",
    ];

    public static double[] Of(Question question, Reading reading, double ruled, IReadOnlyList<Evidence> evidence, ITermStatistics statistics, LearntReading? learnt, Reading? byRule)
    {
        var e = reading.Evidence;
        var own = question.Focus.Where(f => !f.FromHistory).ToArray();
        var article = Whole(e);
        var passage = CharacterFolding.Fold(e.Passage.Span.Of(e.Article.Text));
        var around = e.Around;
        var first = evidence.MinBy(x => x.Order)!;
        var span = reading.Highlights.Count > 0 ? reading.Highlights[0] : default;
        var clause = span.Length > 0 ? Clauses.At(e.Folded, span.Start).Of(e.Folded) : e.Folded;
        var terms = new TermCover(own, statistics.Passages);
        var asks = Asks(question.SearchText, own, article);
        var bigrams = new BigramCover(asks, statistics);
        var inAround = terms.In(around);
        var inSentence = terms.In(e.Folded);
        var inArticle = terms.In(article);
        double Missing(Func<FocusTerm, bool> kind) => own.Where((t, i) => inAround[i] < Found && kind(t)).Any() ? 1 : 0;
        return
        [
            terms.Share(terms.In(clause)), terms.Share(inSentence), terms.Share(inAround), terms.Share(inArticle),
            terms.Missing(inAround, Found), terms.Missing(inArticle, Found), terms.Heaviest(inAround, Found),
            Math.Min(3, inAround.Count(d => d < Found)) / 3.0,
            Missing(t => statistics.Frequency(t.Text) == 0),
            Missing(t => t.Text.Any(c => char.IsAsciiDigit(c) || ChineseNumerals.IsNumeral(c))),
            question.Year is { } y && YearExpressions.OnlyOthers(around, y) ? 1 : 0, question.Year is { } year && YearExpressions.OnlyOthers(article, year) ? 1 : 0,
            Missing(t => t.Text.Any(char.IsAsciiLetter)),
            Missing(t => t.Text.Length >= 3 && BigramScanner.IsIdeographic(t.Text[0])),
            terms.Rarest(inSentence), terms.Rarest(inAround),
            bigrams.Share(e.Folded), bigrams.Share(passage), bigrams.Share(article), bigrams.Bm25(passage),
            bigrams.Share(CharacterFolding.Fold(first.Passage.Span.Of(first.Article.Text))),
            ReferenceEquals(first.Article, e.Article) ? bigrams.Share(article) : bigrams.Share(Whole(first)),
            TextOverlap.LongestCommon(asks, e.Folded), TextOverlap.Characters(asks, e.Folded),
            reading.Confidence, ruled,
            question.Asked is { Length: > 0 } asked && clause.Contains(asked, StringComparison.Ordinal) ? 1 : 0, evidence.Max(x => x.Here), evidence.Max(x => x.Coverage),
            learnt is null ? 0 : 1 - Math.Exp(learnt.None), learnt is null ? 0 : Odds(learnt.None), learnt is null ? 0 : Math.Exp(learnt.Score / 2),
            learnt is not null && byRule is not null && learnt.Reading.Evidence.Sentence == byRule.Evidence.Sentence ? 1 : 0,
        ];
    }

    /// <summary>Log odds that there is an answer; -10 … 10 becomes 0 … 1.</summary>
    private static double Odds(double none) => Math.Clamp(WindowReading.OddsOf(none) / 20 + 0.5, 0, 1);

    /// <summary>The searched text without the words that evidence need not bear out (发布时间 → 发布); what is left out parts its neighbours.</summary>
    private static string Asks(string searched, FocusTerm[] terms, string article)
    {
        List<string> words = [];
        foreach (var term in terms)
        {
            // What the article says in a synonym's characters is said all the same.
            var said = article.Contains(term.Text, StringComparison.Ordinal) ? term.Text : term.Variants.FirstOrDefault(v => article.Contains(v, StringComparison.Ordinal)) ?? term.Text;
            searched = searched.Replace(term.Text, said, StringComparison.Ordinal);
            words.Add(said);
        }

        var kept = new bool[searched.Length];
        foreach (var word in words)
        {
            for (var at = searched.IndexOf(word, StringComparison.Ordinal); at >= 0; at = searched.IndexOf(word, at + 1, StringComparison.Ordinal)) Array.Fill(kept, true, at, word.Length);
        }

        return string.Concat(searched.Select((c, i) => kept[i] ? c : ' '));
    }

    /// <summary>Headline and text, folded; of a very long article what is near.</summary>
    private static string Whole(Evidence e)
    {
        var start = Math.Max(0, e.Passage.Start - Near);
        return CharacterFolding.Fold(e.Article.Title + "\n" + e.Article.Text[start..Math.Min(e.Article.Text.Length, e.Passage.End + Near)]);
    }
}
