using System.Net.ServerSentEvents;
using PolicyQa.Answering;

namespace PolicyQa.App.Channels.Http;

/// <summary>An answer as server-sent events: delta (text so far) a clause at a time, answer (whole), done.</summary>
internal static class AnswerEvents
{
    private const string ClauseEnds = "。；！？，\n";

#pragma warning disable CS1998 // The engine answers at once; the framework wants an asynchronous sequence all the same.
    public static async IAsyncEnumerable<SseItem<string>> Of(Answer answer)
    {
        for (var i = 0; i < answer.Text.Length; i++)
            if (i == answer.Text.Length - 1 || ClauseEnds.Contains(answer.Text[i]))
                yield return new SseItem<string>(UnescapedJson.Serialize(new DeltaEvent(answer.Text[..(i + 1)])), "delta");

        yield return new SseItem<string>(UnescapedJson.Serialize(answer), "answer");
        yield return new SseItem<string>("{}", "done");
    }
#pragma warning restore CS1998
}
