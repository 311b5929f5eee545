using PolicyQa.Analysis;
using PolicyQa.Corpus;
using PolicyQa.Indexing;
using PolicyQa.Questions;

namespace PolicyQa.Answering;

/// <summary>Looks at every sentence of the candidate passages and weighs how well it covers the question.</summary>
internal sealed class EvidenceFinder(IndexSnapshot snapshot)
{
    private const double InSection = 0.75;
    private const double InHeadline = 0.5;
    private const int LongestSection = 1200;

    /// <summary>Sentences, best first.</summary>
    public List<Evidence> Find(Question question, IReadOnlyList<int> passages)
    {
        var own = question.Focus.Where(f => !f.FromHistory).ToArray();
        var carried = question.Focus.Where(f => f.FromHistory).ToArray();
        List<Evidence> found = [];
        Dictionary<(string, int), Surroundings> sections = [];
        for (var order = 0; order < passages.Count; order++)
        {
            var passage = snapshot.Passages[passages[order]];
            var article = snapshot.ArticleOf(passage);
            if (passage.Section.Role is SectionRole.Headline or SectionRole.Byline or SectionRole.Reporter && article.Kind == ArticleKind.Interview) continue;
            // A long unlabelled body is no section: what stands pages away proves nothing.
            var near = passage.Section.Span.Length > LongestSection ? passage.Span : passage.Section.Span;
            if (!sections.TryGetValue((article.Id, near.Start), out var surroundings))
                sections[(article.Id, near.Start)] = surroundings = Surroundings.Of(article, near, own, carried);
            var (context, around, history) = surroundings;
            foreach (var sentence in passage.Sentences)
            {
                var text = CharacterFolding.Fold(sentence.Span.Of(article.Text));
                double all = 0, here = 0, covered = 0;
                for (var i = 0; i < own.Length; i++)
                {
                    var degree = TermMatch.Degree(own[i], text);
                    all += own[i].Weight;
                    here += own[i].Weight * degree;
                    covered += own[i].Weight * Math.Max(degree, around[i]);
                }

                var historyHere = carried.Length == 0 ? 0 : 0.5 * history + 0.5 * TermMatch.Coverage(carried, text);
                found.Add(new Evidence(article, passage, sentence, text, context, all > 0 ? here / all : 0.5, all > 0 ? covered / all : 0.5, order, historyHere));
            }
        }

        found.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Order != b.Order ? a.Order.CompareTo(b.Order) : a.Sentence.Start.CompareTo(b.Sentence.Start));
        return found;
    }

    /// <summary>What a sentence's section adds to it; the same for all its sentences.</summary>
    /// <param name="Context">Folded headline, department, speaker and section.</param>
    /// <param name="Around">How far section and headline bear out each of the question's own terms.</param>
    /// <param name="History">How far the section bears out those carried over.</param>
    private sealed record Surroundings(string Context, double[] Around, double History)
    {
        public static Surroundings Of(Article article, TextSpan near, FocusTerm[] own, FocusTerm[] carried)
        {
            var section = CharacterFolding.Fold(article.OwnText(near));
            var headline = CharacterFolding.Fold(article.Title);
            return new Surroundings(
                string.Join('\n', headline, CharacterFolding.Fold(article.Department ?? ""), CharacterFolding.Fold(article.Speaker ?? ""), section),
                [.. own.Select(t => Math.Max(InSection * TermMatch.Degree(t, section), InHeadline * TermMatch.Degree(t, headline)))],
                carried.Length == 0 ? 0 : TermMatch.Coverage(carried, section));
        }
    }
}
