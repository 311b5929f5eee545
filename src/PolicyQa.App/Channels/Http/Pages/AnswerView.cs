using System.Globalization;
using System.Text.RegularExpressions;
using PolicyQa.Answering;
using PolicyQa.App.Review;
using PolicyQa.Commitments;
using PolicyQa.Corpus;

namespace PolicyQa.App.Channels.Http.Pages;

/// <summary>An answer for people: the answer large, the sentences it stands in, and what to know about them.</summary>
internal static partial class AnswerView
{
    /// <summary>Longer ones are sentences rather than figures, and set smaller.</summary>
    private const int LongAnswer = 24;

    /// <summary>One sentence may hold a dozen promises; a list of a dozen links helps nobody.</summary>
    private const int MostPromises = 4;

    [GeneratedRegex(@"\[\d{1,3}\]")]
    private static partial Regex CitationMark { get; }

    public static Html Render(Answer answer, Ledger? ledger = null)
    {
        Html head = answer.Status == AnswerStatus.Answered ? Answered(answer) : NotAnswered(answer);
        Html note = Html.Join([answer.WordedBy is { } worded ? Worded(worded) : Html.Empty, answer.Note is null ? Html.Empty : answer.Review is { } review ? Reviewed(review) : Note(answer.Note)]);
        return $"""
            <section class="{(answer.Status == AnswerStatus.Clarify ? "answer choose" : "answer")}">
            <div><p class="asked">{answer.Question}</p>
            {head}{note}{Html.Each(answer.Citations, c => Cited(c, ledger))}</div>{Suggestions(answer)}</section>
            """;
    }

    private static Html Answered(Answer answer)
    {
        if (answer.ShortAnswer is not { } words) return $"""<h1 class="none">找到这些内容</h1>{Text(answer.Text)}""";
        // The cited sentences follow below, each with its source; saying them twice helps nobody.
        var isSaidBelow = answer.Review is not null || answer.WordedBy is null && (answer.Citations.Count == 1 || answer.Citations.All(c => answer.Text.Contains(c.Excerpt.Trim(), StringComparison.Ordinal)));
        return $"""<h1 class="{(words.Length > LongAnswer || answer.Review is not null ? "short long" : "short")}">{words}</h1>{(isSaidBelow ? Html.Empty : Text(answer.Text))}""";
    }

    private static Html NotAnswered(Answer answer)
    {
        var title = answer.Status == AnswerStatus.Clarify ? "请再说明一下" : "没有找到答案";
        return $"""<h1 class="none">{title}</h1>{Text(answer.Text)}""";
    }

    private static Html Text(string text) => Html.Each(text.Split('\n', StringSplitOptions.RemoveEmptyEntries), Paragraph);

    /// <summary>[2] leads to the second citation below.</summary>
    private static Html Paragraph(string text)
    {
        var parts = new List<Html>();
        var at = 0;
        foreach (var mark in CitationMark.EnumerateMatches(text))
        {
            var number = text[(mark.Index + 1)..(mark.Index + mark.Length - 1)];
            parts.Add($"""{text[at..mark.Index]}<a class="ref" href="#c{number}">[{number}]</a>""");
            at = mark.Index + mark.Length;
        }

        parts.Add($"{text[at..]}");
        return $"""<p class="text">{Html.Join(parts)}</p>""";
    }

    private static Html Note(string note) => $"""<p class="note"><span class="tag">说明</span>{note}</p>""";

    private static Html Reviewed(Answering.Review review) => $"""<p class="note reviewed"><span class="tag">{Decision.Mark}</span>{review.Office} · {review.Date.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)}</p>""";

    private static Html Worded(string how) => $"""<p class="note worded"><span class="tag">润色</span>{how}</p>""";

    private static Html Cited(Citation citation, Ledger? ledger)
    {
        Html damage = citation.Damaged ? Damage() : Html.Empty;
        var url = ArticleUrl.Of(citation.ArticleId, citation.Start, citation.End, citation.Excerpt);
        return $"""
            <figure class="cited" id="c{citation.Id}">
            <blockquote><span class="number" aria-label="出处{citation.Id}">{citation.Id}</span>{Excerpt(citation)}</blockquote>{damage}
            <figcaption><a href="{url}">{SourceLine.Of(citation)}</a>{Promised(citation, ledger)}</figcaption>
            </figure>
            """;
    }

    /// <summary>The answering words are a promise: the ledger has it.</summary>
    private static Html Promised(Citation citation, Ledger? ledger)
    {
        if (ledger is null) return Html.Empty;
        var rows = citation.Highlights.SelectMany(h => ledger.At(citation.ArticleId, h.Start, h.End)).DistinctBy(c => c.Id).Take(MostPromises).ToArray();
        return rows.Length == 0 ? Html.Empty : $"""<p class="in-ledger">承诺台账：{Html.Each(rows, r => (Html)$"""<a href="/commitments{QueryString.Create("id", r.Id).ToUriComponent()}#{r.Id}">{r.Said}</a> """)}</p>""";
    }

    private static Html Damage() => $"""<p class="damage"><span class="tag">原文有损</span>报纸上这句话不完整，请以原件为准。</p>""";

    /// <summary>The excerpt with the words that answer marked; offsets count in the article, so they are shifted here.</summary>
    private static Html Excerpt(Citation citation)
    {
        var parts = new List<Html>();
        var at = 0;
        foreach (var highlight in citation.Highlights.OrderBy(h => h.Start))
        {
            var start = Math.Clamp(highlight.Start - citation.Start, at, citation.Excerpt.Length);
            var end = Math.Clamp(highlight.End - citation.Start, start, citation.Excerpt.Length);
            if (end == start) continue;
            parts.Add($"{citation.Excerpt[at..start]}<mark>{new TextSpan(start, end).Of(citation.Excerpt)}</mark>");
            at = end;
        }

        parts.Add($"{citation.Excerpt[at..]}");
        return Html.Join(parts);
    }

    private static Html Suggestions(Answer answer)
    {
        if (answer.Suggestions.Count == 0) return Html.Empty;
        Html conversation = answer.ConversationId is null ? Html.Empty : $"""<input type="hidden" name="c" value="{answer.ConversationId}">""";
        return $"""
            <form class="suggestions" action="/" method="get"><h2>{(answer.Status == AnswerStatus.Clarify ? "请选一个" : "还可以问")}</h2>{conversation}
            <ul>{Html.Each(answer.Suggestions, Suggestion)}</ul></form>
            """;
    }

    private static Html Suggestion(string question) => $"""<li><button name="q" value="{question}">{question}</button></li>""";
}
