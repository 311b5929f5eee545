using PolicyQa.Answering;
using PolicyQa.Corpus;

namespace PolicyQa.App.Channels.Http.Pages;

/// <summary>The front page: a question, its answer, and where answers come from.</summary>
internal static class AskPage
{
    /// <summary>The whole page.</summary>
    /// <param name="articles">What can be asked about.</param>
    /// <param name="question">What stands in the box.</param>
    /// <param name="answer">Null before anything was asked.</param>
    /// <param name="fault">What is wrong with the question; null where nothing is.</param>
    public static Html Render(IReadOnlyList<Article> articles, string question, Answer? answer, string? fault)
    {
        Html result = answer is not null ? AnswerView.Render(answer) : fault is not null ? Fault(fault) : Sources(articles);
        var title = question.Length == 0 ? "政策问答" : $"{question} · 政策问答";
        return PageLayout.Render(title, $"""{Form(question, answer?.ConversationId)}<div id="result" tabindex="-1">{result}</div>""");
    }

    private static Html Form(string question, string? conversationId)
    {
        var heading = question.Length == 0 ? "您想了解什么政策？" : "继续提问";
        Html conversation = conversationId is null ? Html.Empty : Hidden(conversationId);
        return $"""
            <form class="ask" action="/" method="get" role="search">
            <label for="q">{heading}</label>
            <div class="row"><input id="q" name="q" type="search" value="{question}" maxlength="{QuestionRule.MaxLength}" required autocomplete="off" enterkeyhint="search" placeholder="例如：今年引进多少教师"><button type="submit">提问</button></div>
            {conversation}</form>
            """;
    }

    private static Html Hidden(string conversationId) => $"""<input type="hidden" name="c" value="{conversationId}">""";

    private static Html Fault(string fault) => $"""<p class="fault" role="alert">{fault}</p>""";

    private static Html Sources(IReadOnlyList<Article> articles)
    {
        var listed = articles.Where(a => a.Kind != ArticleKind.Preface).Take(50).ToList();
        if (listed.Count == 0) return $"""<section class="empty"><p>还没有收录文章。</p></section>""";
        return $"""<section class="sources"><h2>答案出自这些文章</h2><ul>{Html.Each(listed, Source)}</ul></section>""";
    }

    private static Html Source(Article article)
    {
        string?[] about = [article.Department, article.Speaker, article.Year is { } year ? $"{year}年" : null];
        return $"""
            <li><a href="{ArticleUrl.Of(article.Id)}">{(article.Title.Length == 0 ? article.Id : article.Title)}</a>
            <span class="meta">{string.Join(" · ", about.Where(x => !string.IsNullOrEmpty(x)))}</span></li>
            """;
    }
}
