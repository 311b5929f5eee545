using PolicyQa.Answering;
using PolicyQa.Commitments;

namespace PolicyQa.App.Channels.Http.Pages;

/// <summary>A question with its answer, or with what is wrong with it.</summary>
internal static class AskPage
{
    /// <summary>The page of a question that was asked; evidence that is a commitment of the ledger leads there.</summary>
    public static Page Answered(Answer answer, Ledger? ledger = null) => new(
        answer.Question,
        $"""{AskForm.Render(answer.Question, answer.ConversationId, Label())}<div id="result" tabindex="-1">{AnswerView.Render(answer, ledger)}</div>""");

    /// <summary>The page of a question that could not be asked.</summary>
    public static Page Faulty(string question, string fault) => new(
        "提问",
        $"""{AskForm.Render(question, null, Label())}<div id="result" tabindex="-1"><h1 class="none">没能提问</h1><p class="fault" role="alert">{fault}</p></div>""");

    private static Html Label() => $"""<label for="q">继续提问</label>""";
}
