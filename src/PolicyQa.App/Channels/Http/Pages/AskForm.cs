namespace PolicyQa.App.Channels.Http.Pages;

/// <summary>The box for questions.</summary>
internal static class AskForm
{
    /// <summary>The form.</summary>
    /// <param name="question">What stands in the box.</param>
    /// <param name="conversationId">Of the conversation that the question goes on with; null begins one.</param>
    /// <param name="label">Holds the label of the box, whose id is q.</param>
    public static Html Render(string question, string? conversationId, Html label)
    {
        Html conversation = conversationId is null ? Html.Empty : $"""<input type="hidden" name="c" value="{conversationId}">""";
        return $"""
            <form class="ask" action="/" method="get" role="search">{label}
            <div class="row"><input id="q" name="q" type="search" value="{question}" maxlength="{QuestionRule.MaxLength}" required autocomplete="off" enterkeyhint="search" placeholder="直接写下您的问题"><button type="submit">提问</button></div>
            {conversation}</form>
            """;
    }
}
