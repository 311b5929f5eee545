using System.ClientModel;
using System.Runtime.CompilerServices;
using PolicyQa.Answering;
using PolicyQa.Answering.Guarding;
using PolicyQa.App.Channels;
using PolicyQa.App.Configuration;

namespace PolicyQa.App.Llm;

/// <summary>
/// Puts an extractive answer into better words. Whatever goes wrong with the model, the extractive answer stands; and no word of
/// the model is handed on that the guard has not passed.
/// </summary>
internal sealed class AnswerWording(ChatModel model, PromptLibrary prompts, ModelAccess access, EngineHost engines, LlmSettings settings, LlmMetrics metrics, TimeProvider time, IHostApplicationLifetime host, ILogger<AnswerWording> logger)
{
    /// <summary>What readers are told of a worded answer.</summary>
    public const string Notice = "由大模型润色，已核对原文";

    /// <summary>From so many excerpts on, the text is a summary.</summary>
    private const int Several = 3;

    /// <summary>Longer answers go out as they are: a model would cost more than it helps.</summary>
    private const int MostTokens = 6000;

    /// <summary>Wordings of the answer, each as good as the one before or better, each complete and guarded; none where the extractive answer stands.</summary>
    public async IAsyncEnumerable<Answer> WordAsync(Answer extractive, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The evidence gate has spoken: nobody is asked whether it was right. Nor is what officials have written put otherwise.
        if (extractive.Status != AnswerStatus.Answered || extractive.Citations.Count == 0 || extractive.Review is not null) yield break;
        var prompt = prompts[extractive.Citations.Count >= Several ? PromptKind.Summary : PromptKind.Answer];
        var request = prompt.Fill(ExcerptText.DataOf(extractive));
        var tokens = Tokens.Estimate(prompt.System) + Tokens.Estimate(request) + prompt.MaxTokens;
        var (lease, refused) = tokens > MostTokens ? (null, WordingOutcome.OverBudget) : access.Enter(tokens);
        var asked = time.GetTimestamp();
        var reply = engines.Engine.Guard.Begin(extractive);
        var outcome = refused;
        var shown = "";
        if (lease is not null)
        {
            using var place = lease;
            using var patience = new CancellationTokenSource(settings.Timeout, time);
            // When the server is told to stop, what the model has said so far must do: streams end in order and soon.
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken, host.ApplicationStopping);
            var splitter = new ReplySplitter();
            var cost = TimeSpan.Zero;
            WordingOutcome? failure = null;
            await using var pieces = model.StreamAsync(prompt, request, stop.Token).GetAsyncEnumerator(stop.Token);
            while (true)
            {
                var (piece, fault) = await NextAsync(pieces, cancellationToken);
                failure = fault;
                // What is left at the end may be half a sentence; only a whole reply has a last one.
                var sentences = piece is not null ? splitter.Add(piece) : fault is null ? splitter.Finish() : [];
                foreach (var sentence in sentences)
                {
                    var begun = time.GetTimestamp();
                    if (reply.Add(sentence) is { } judged) metrics.Sentence(judged);
                    cost += time.GetElapsedTime(begun);
                    if (!reply.Stands || reply.Text == shown) continue;
                    shown = reply.Text;
                    yield return extractive with { Text = shown, WordedBy = Notice };
                }

                if (piece is null) break;
            }

            lease.Report(failure is null);
            metrics.Guard(cost);
            outcome = OutcomeOf(reply, failure, shown.Length > 0);
        }

        metrics.Wording(outcome, time.GetElapsedTime(asked));
        Log.Worded(logger, outcome, reply.Sentences.Count(s => s.Kept), reply.Sentences.Count);
        if (extractive.Explanation is not { } why) yield break;
        var explained = why with { Wording = new ExplainedWording(outcome, reply.Sentences) };
        yield return shown.Length > 0 ? extractive with { Text = shown, WordedBy = Notice, Explanation = explained } : extractive with { Explanation = explained };
    }

    /// <summary>The next piece; null with a fault, or without one where the reply is whole.</summary>
    private async ValueTask<(string? Piece, WordingOutcome? Fault)> NextAsync(IAsyncEnumerator<string> pieces, CancellationToken asked)
    {
        try
        {
            return await pieces.MoveNextAsync() ? (pieces.Current, null) : (null, null);
        }
        catch (OperationCanceledException) when (asked.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException)
        {
            return (null, WordingOutcome.TimedOut);
        }
        catch (Exception e)
        {
            // Whatever a model's server can send (broken JSON, half a reply, an error page) is no fault of ours.
            Log.ModelFailed(logger, settings.Endpoint.Host, e.Message.ReplaceLineEndings(" "));
            return (null, StatusOf(e) == StatusCodes.Status429TooManyRequests ? WordingOutcome.RateLimited : WordingOutcome.Failed);
        }
    }

    private static int? StatusOf(Exception e) => e switch
    {
        ClientResultException result => result.Status,
        Microsoft.SemanticKernel.HttpOperationException { StatusCode: { } status } => (int)status,
        _ => null,
    };

    private static WordingOutcome OutcomeOf(GuardedReply reply, WordingOutcome? failure, bool isShown)
    {
        if (isShown) return failure is null && reply.Stands && reply.Sentences.All(s => s.Kept) ? WordingOutcome.Worded : WordingOutcome.PartlyWorded;
        return failure ?? (reply.Sentences.Count == 0 ? WordingOutcome.Empty : reply.Sentences.Any(s => s.Kept) ? WordingOutcome.AnswerLost : WordingOutcome.Rejected);
    }
}
