using PolicyQa.Analysis;
using PolicyQa.Corpus;
using PolicyQa.Questions;

namespace PolicyQa.Answering;

/// <summary>什么机制, 叫什么, 是什么: the phrase that fills the question word's place.</summary>
internal sealed class TermReader(NounPhrase phrases, ListReader lists)
{
    public IEnumerable<Reading> Read(Question question, IEnumerable<Evidence> evidence)
    {
        foreach (var e in evidence)
        {
            var span = question.Kind == QuestionKind.Definition ? Defined(question, e.Folded) : Wanted(question, e.Folded);
            var confidence = 0.6 * e.Coverage + 0.4 * e.Here + 0.1 * e.History;
            // A sentence that defines comes before one that merely uses the word.
            if (question.Kind == QuestionKind.Definition && !Defines(e.Folded)) confidence = Math.Min(1, confidence) * 0.9;
            if (span is null && question.Kind == QuestionKind.Term && Objects(question, e.Folded) is { Count: > 0 } items) yield return new Reading(e, items, Math.Min(1, confidence));
            else if (span is { Length: > 0 } found) yield return new Reading(e, [found], Math.Min(1, confidence));
            else yield return ClauseReader.Whole(question, e) with { Confidence = Math.Min(1, confidence * 0.85) };
        }
    }

    private TextSpan? Wanted(Question question, string text)
    {
        // 什么机制: the phrase ending with 机制, nearest to the question's other words.
        if (question.Asked is { Length: > 0 } noun)
        {
            var anchor = Anchor(question, text);
            for (var length = noun.Length; length >= Math.Min(2, noun.Length); length--)
            {
                var head = noun[^length..];
                TextSpan? best = null;
                for (var at = text.IndexOf(head, StringComparison.Ordinal); at >= 0; at = text.IndexOf(head, at + 1, StringComparison.Ordinal))
                {
                    var phrase = Strip(phrases.EndingWith(text, new TextSpan(at, at + head.Length)), question, text);
                    if (noun.EndsWith(phrase.Of(text), StringComparison.Ordinal)) continue;
                    if (best is null || Distance(phrase, anchor) < Distance(best.Value, anchor)) best = phrase;
                }

                if (best is not null) return best;
            }
        }

        // 以什么为载体: what stands between the words before and the words after the question word.
        if (question.Asked is null && question.After.Length >= 2 && Between(question, text) is { } gap) return gap;

        // 产业联盟叫什么: the quoted name beside the words asked about.
        if (Shared(question.Before, text) is { } said && (QuotedBefore(text, said.Start) ?? QuotedAfter(text, said.End)) is { } name) return name;
        foreach (var term in question.Focus.OrderByDescending(f => f.Weight))
        {
            var at = text.IndexOf(term.Text, StringComparison.Ordinal);
            if (at < 0) continue;
            if (QuotedBefore(text, at) is { } before) return before;
            if (QuotedAfter(text, at + term.Text.Length) is { } after) return after;
        }

        return null;
    }

    /// <summary>找什么: the list whose items start with that verb; 给什么支持: the list in the same clause.</summary>
    private List<TextSpan>? Objects(Question question, string text)
    {
        if (question.Asked is null && question.After.Length == 0 && question.Before.Length > 0 && BigramScanner.IsIdeographic(question.Before[^1]))
        {
            var verb = question.Before[^1];
            List<TextSpan> items = [];
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] != verb || (items.Count > 0 && text[i - 1] != '、')) continue;
                var end = i;
                while (end < text.Length && BigramScanner.IsIdeographic(text[end])) end++;
                if (end - i < 2) continue;
                items.Add(new TextSpan(i, end));
                i = end - 1;
            }

            if (items.Count > 1) return items;
        }

        return question.Asked is null ? null : lists.Items(question, text);
    }

    /// <summary>The longest stretch of three and more characters that both texts have, in <paramref name="text"/>.</summary>
    private static TextSpan? Shared(string question, string text)
    {
        for (var length = Math.Min(question.Length, 16); length >= 3; length--)
        {
            for (var i = 0; i + length <= question.Length; i++)
            {
                var at = text.AsSpan().IndexOf(question.AsSpan(i, length), StringComparison.Ordinal);
                if (at >= 0) return new TextSpan(at, at + length);
            }
        }

        return null;
    }

    private TextSpan? Between(Question question, string text)
    {
        for (var length = Math.Min(8, question.After.Length); length >= 2; length--)
        {
            var right = text.IndexOf(question.After[..length], StringComparison.Ordinal);
            if (right <= 0) continue;
            var clause = Clauses.At(text, right);
            var left = question.Before.Length > 0 ? text.LastIndexOf(question.Before[^1], right - 1, right - clause.Start) : -1;
            var span = left >= 0 ? new TextSpan(left + 1, right) : phrases.EndingWith(text, new TextSpan(right - 1, right));
            if (span.Length is >= 2 and <= 40) return span;
        }

        return null;
    }

    private static bool Defines(string text) => text.Contains("是指", StringComparison.Ordinal) || text.Contains("就是", StringComparison.Ordinal) || text.Contains("指的是", StringComparison.Ordinal) || text.Contains("所谓", StringComparison.Ordinal) || text.Contains(",即", StringComparison.Ordinal);

    /// <summary>What is said of the thing defined: the phrase after it, else the clause around it.</summary>
    private static TextSpan? Defined(Question question, string text)
    {
        var name = question.Focus.OrderByDescending(f => f.Weight).FirstOrDefault(f => text.Contains(f.Text, StringComparison.Ordinal));
        if (name is null) return null;
        var at = text.IndexOf(name.Text, StringComparison.Ordinal) + name.Text.Length;
        while (at < text.Length && text[at] is '”' or '》' or ')') at++;
        // 385万亩说的是什么: what the figure counts stands before it.
        if (char.IsAsciiDigit(name.Text[0])) return Clauses.At(text, at - 1);
        // “时间银行”，是指…
        var said = at;
        while (said < text.Length && text[said] is ',' or ' ') said++;
        foreach (var link in new[] { "是指", "指的是", "就是", "即", "指", "是" })
        {
            if (text.AsSpan(said).StartsWith(link, StringComparison.Ordinal) && text.Length - said - link.Length >= 4)
                return new TextSpan(said + link.Length, text.TrimEnd('。', ' ', '\n').Length);
        }

        // 新建“彭城书房”15座，即由…
        foreach (var link in new[] { ",即", ",是指", ",就是" })
        {
            if (text.IndexOf(link, at, StringComparison.Ordinal) is > 0 and var later) return new TextSpan(later + link.Length, text.TrimEnd('。', ' ', '\n').Length);
        }

        var clause = Clauses.At(text, Math.Max(0, at - 1));
        return clause.End - at >= 4 ? new TextSpan(at, clause.End) : clause;
    }

    /// <summary>Leaves out leading words that the question already has.</summary>
    private static TextSpan Strip(TextSpan phrase, Question question, string text)
    {
        var again = true;
        while (again)
        {
            again = false;
            foreach (var term in question.Focus)
            {
                if (term.Text.Length < 2 || phrase.Length - term.Text.Length < 4 || !text.AsSpan(phrase.Start).StartsWith(term.Text, StringComparison.Ordinal)) continue;
                phrase = new TextSpan(phrase.Start + term.Text.Length, phrase.End);
                again = true;
            }

            if (question.City is { } city && phrase.Length - city.Length >= 4 && text.AsSpan(phrase.Start).StartsWith(city, StringComparison.Ordinal))
            {
                phrase = new TextSpan(phrase.Start + city.Length, phrase.End);
                again = true;
            }
        }

        return text[phrase.Start] == '的' ? new TextSpan(phrase.Start + 1, phrase.End) : phrase;
    }

    private static TextSpan? QuotedBefore(string text, int at)
    {
        if (at == 0 || text[at - 1] != '”') return null;
        var open = text.LastIndexOf('“', at - 1);
        return open >= 0 ? new TextSpan(open, at) : null;
    }

    private static TextSpan? QuotedAfter(string text, int at)
    {
        if (at >= text.Length || text[at] != '“') return null;
        var close = text.IndexOf('”', at);
        return close >= 0 ? new TextSpan(at, close + 1) : null;
    }

    /// <summary>Where the question's heaviest other word stands; -1 where none does.</summary>
    private static int Anchor(Question question, string text) =>
        question.Focus.Where(f => question.Asked?.Contains(f.Text, StringComparison.Ordinal) != true)
            .OrderByDescending(f => f.Weight)
            .Select(f => f.Variants.Prepend(f.Text).Select(w => text.IndexOf(w, StringComparison.Ordinal)).FirstOrDefault(i => i >= 0, -1))
            .FirstOrDefault(i => i >= 0, -1);

    private static int Distance(TextSpan phrase, int anchor) => anchor < 0 ? phrase.Start : Math.Min(Math.Abs(phrase.Start - anchor), Math.Abs(phrase.End - anchor));
}
