using System.Collections.Concurrent;
using PolicyQa.Analysis;
using PolicyQa.Corpus;
using PolicyQa.Indexing;
using PolicyQa.Passages;
using PolicyQa.Questions;

namespace PolicyQa.Answering;

/// <summary>Questions to offer next: made from the corpus's own clauses (引进人才100名以上 → 引进人才多少名), each tried out before it is offered.</summary>
internal sealed class SuggestionFinder(IndexSnapshot snapshot, Catalog catalog, Func<string, Answer> ask)
{
    private const int Offered = 3;
    private const int LongestClause = 30;

    /// <summary>A front page has room for this many, and each costs the trying of a whole article.</summary>
    private const int Samples = 6;
    private const int SamplesPerDepartment = 2;

    /// <summary>Of a question, in characters: says what it is about and fits a line of a phone.</summary>
    private const int PleasantLength = 18;

    /// <summary>Tried-out questions per article; bounded by the number of articles looked at, each at most a few.</summary>
    private readonly ConcurrentDictionary<string, IReadOnlyList<(string Question, int Offset)>> _tried = new(StringComparer.Ordinal);

    /// <summary>Up to three, nearest to the answer's evidence (or, where there is none, to the passages that were searched) first.</summary>
    public IReadOnlyList<string> For(Answer answer, string asked)
    {
        // Plain pages have no department to name, so a question made of a clause would not say what it is about.
        if (!catalog.HasDepartments) return [];
        var at = answer.Citations.Count > 0 ? answer.Citations[0].Start : 0;
        var articles = answer.Citations.Select(c => c.ArticleId)
            .Concat(answer.Ranked.Where(id => snapshot.Articles[snapshot.OrdinalOf(id)].Kind == ArticleKind.Interview))
            .Concat(snapshot.Articles.Where(a => a.Kind == ArticleKind.Interview).Take(3).Select(a => a.Id))
            .Distinct(StringComparer.Ordinal);
        List<string> offered = [];
        foreach (var id in articles)
        {
            var fresh = _tried.GetOrAdd(id, Try)
                .Where(s => !Same(s.Question, asked) && !answer.Citations.Any(c => c.ArticleId == id && c.Highlights.Any(h => h.Contains(s.Offset))))
                .OrderBy(s => answer.Citations.Count > 0 ? Math.Abs(s.Offset - at) : 0);
            foreach (var (question, _) in fresh)
            {
                offered.Add(question);
                if (offered.Count == Offered) return offered;
            }

            if (offered.Count > 0 && answer.Citations.Count > 0) break;
        }

        return offered;
    }

    /// <summary>Questions to begin with: of as many departments as there is room for, evenly over the corpus; short ones, and not all alike.</summary>
    public IReadOnlyList<string> ToBeginWith(CancellationToken cancellationToken)
    {
        var departments = snapshot.Articles.Where(a => a.Kind == ArticleKind.Interview && a.Department is not null).DistinctBy(a => a.Department).ToList();
        var step = Math.Max(1, departments.Count / Samples);
        List<IReadOnlyList<string>> offers = [];
        for (var i = 0; i < departments.Count && offers.Count < Samples; i += step)
        {
            cancellationToken.ThrowIfCancellationRequested();
            offers.Add(Pleasantest(departments[i].Id, SamplesPerDepartment));
        }

        return [.. Enumerable.Range(0, SamplesPerDepartment).SelectMany(turn => offers.Where(o => turn < o.Count).Select(o => o[turn])).Take(Samples)];
    }

    /// <summary>The same of one department; empty for a name that is none.</summary>
    public IReadOnlyList<string> ToBeginWith(string department) =>
        catalog.Departments.Find(department) is { } named && snapshot.Articles.FirstOrDefault(a => a.Kind == ArticleKind.Interview && a.Department == named.Name) is { } article
            ? Pleasantest(article.Id, Samples)
            : [];

    private IReadOnlyList<string> Pleasantest(string articleId, int most) =>
        [.. _tried.GetOrAdd(articleId, Try).Select(t => t.Question).OrderBy(Awkwardness).ThenBy(q => Math.Abs(q.Length - PleasantLength)).ThenBy(q => q, StringComparer.Ordinal).Take(most)];

    /// <summary>Answered all the same, but a poor beginning: hardly anybody would ask so (围绕几个方面, 某局全市…), or every card says it (是谁).</summary>
    private static int Awkwardness(string question) =>
        (question.Contains("方面", StringComparison.Ordinal) ? 2 : 0)
        + (question.Contains("全市", StringComparison.Ordinal) ? 1 : 0)
        + (question.Contains("是谁", StringComparison.Ordinal) ? 1 : 0);

    private static bool Same(string a, string b) => CharacterFolding.Fold(a).Trim('?', ' ') == CharacterFolding.Fold(b).Trim('?', ' ');

    private List<(string, int)> Try(string articleId)
    {
        var article = snapshot.Articles[snapshot.OrdinalOf(articleId)];
        List<(string, int)> good = [];
        foreach (var (question, expected, offset) in Made(article))
        {
            var answer = ask(question);
            if (answer.Status == AnswerStatus.Answered && answer.Citations[0].ArticleId == articleId && answer.Citations[0].Highlights.Any(h => h.Contains(offset)) && answer.ShortAnswer!.Contains(expected, StringComparison.Ordinal))
                good.Add((question, offset));
        }

        return good;
    }

    private IEnumerable<(string Question, string Expected, int Offset)> Made(Article article)
    {
        if (article.Department is not { } department) yield break;
        var ordinal = snapshot.OrdinalOf(article.Id);
        for (var p = snapshot.FirstPassage[ordinal]; p < snapshot.FirstPassage[ordinal + 1]; p++)
        {
            var passage = snapshot.Passages[p];
            if (passage.Section.Role is not (SectionRole.Lead or SectionRole.Body)) continue;
            foreach (var sentence in passage.Sentences.Where(s => !s.Damaged))
            {
                foreach (var made in FromSentence(article, department, sentence)) yield return made;
            }
        }

        if (article.Speaker is { } speaker && article.Post is { } post)
        {
            var last = post[(post.LastIndexOfAny(['、', ' ']) + 1)..];
            yield return ($"{department}{last}是谁？", speaker, article.Sections.FirstOrDefault(s => s.Role == SectionRole.Byline) is { } line ? article.Text.IndexOf(speaker, line.Start, StringComparison.Ordinal) : 0);
        }
    }

    private static IEnumerable<(string, string, int)> FromSentence(Article article, string department, Sentence sentence)
    {
        var text = sentence.Span.Of(article.Text);
        var folded = CharacterFolding.Fold(text);
        foreach (var quantity in QuantityFinder.Find(folded).Where(q => q.Unit.Length > 0 && !q.InName))
        {
            var clause = Clauses.At(folded, quantity.Number.Start);
            if (!IsAskable(folded, clause, quantity.Span) || QuantityFinder.Find(clause.Of(folded)).Count > 1 || quantity.Unit is "年" or "周年" or "级") continue;
            var question = text[clause.Start..quantity.Span.Start] + (quantity.Value < 10 ? "几" : "多少") + quantity.Unit + text[quantity.Span.End..clause.End];
            yield return (Phrase(department, question), text[quantity.Number.Start..quantity.Number.End], sentence.Start + quantity.Number.Start);
        }

        foreach (var time in TimeFinder.Find(folded))
        {
            var clause = Clauses.At(folded, time.Start);
            // 年底前, 秋季开学前: a deadline can be asked for; 2023年 or 全年 is merely mentioned.
            if (!IsAskable(folded, clause, time) || !(folded[time.End - 1] is '前' or '底' or '内')) continue;
            var question = text[clause.Start..time.Start] + "什么时候" + text[time.End..clause.End];
            yield return (Phrase(department, question), text[time.Start..time.End], sentence.Start + time.Start);
        }
    }

    /// <summary>A clause that makes a question by itself: short, its quotation marks closed, no talk of years past.</summary>
    private static bool IsAskable(string folded, TextSpan clause, TextSpan asked)
    {
        var words = clause.Of(folded);
        return words.Length <= LongestClause && words.Length - asked.Length >= 5
            && words.Count(c => c == '“') == words.Count(c => c == '”')
            && !words.Contains("年来", StringComparison.Ordinal) && !words.Contains("回顾", StringComparison.Ordinal) && !words.Contains("以及", StringComparison.Ordinal)
            && YearExpressions.Find(words) is null;
    }

    private static string Phrase(string department, string clause)
    {
        var question = StripLabel(clause);
        return (CharacterFolding.Fold(question).StartsWith(CharacterFolding.Fold(department)[..^1], StringComparison.Ordinal) || question.StartsWith('市') ? "" : department) + question + "？";
    }

    private static string StripLabel(string clause) => clause.Length > 2 && clause[1] is '是' && ChineseNumerals.IsNumeral(clause[0]) ? clause[2..] : clause;
}
