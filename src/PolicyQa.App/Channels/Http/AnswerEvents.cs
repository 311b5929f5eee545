using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using PolicyQa.Answering;

namespace PolicyQa.App.Channels.Http;

/// <summary>
/// An answer as server-sent events: delta (text so far) a clause at a time, answer (whole), done. Where a model words it, the
/// extractive answer comes first all the same; each better wording follows as delta, the last of them as answer.
/// </summary>
internal static class AnswerEvents
{
    public static async IAsyncEnumerable<SseItem<string>> Of(Answer answer, Wordings? wordings = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var end in ClauseEnds.Of(answer.Text)) yield return Delta(answer.Text[..end]);
        yield return Whole(answer);
        if (wordings is not null)
        {
            Answer? best = null;
            await foreach (var wording in wordings(answer, cancellationToken))
            {
                if (wording.Text != (best ?? answer).Text) yield return Delta(wording.Text, wording.WordedBy);
                best = wording;
            }

            if (best is not null) yield return Whole(best);
        }

        yield return new SseItem<string>("{}", "done");
    }

    private static SseItem<string> Delta(string text, string? wordedBy = null) => new(UnescapedJson.Serialize(new DeltaEvent(text, wordedBy)), "delta");

    private static SseItem<string> Whole(Answer answer) => new(UnescapedJson.Serialize(answer), "answer");
}
