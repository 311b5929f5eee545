using PolicyQa.Answering;
using PolicyQa.App.Operations;

namespace PolicyQa.App.Review;

/// <summary>Where every channel asks: officials' own answers come first, then the engine's; what it refuses is noted for the officials.</summary>
internal sealed class FrontDesk(ReviewedAnswers reviewed, UnansweredLog unanswered, QuestionLog log, ServiceMeasures measures)
{
    /// <summary>The answer.</summary>
    /// <param name="engine">The engine of the moment, under a lease.</param>
    /// <param name="request">The question.</param>
    /// <param name="channel">One of <see cref="Channels.ChannelName"/>.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public Answer Ask(QaEngine engine, AskRequest request, string channel, CancellationToken cancellationToken)
    {
        log.Note(channel, request.Question);
        if (reviewed.For(engine, request) is { } decided)
        {
            measures.Reviewed(channel);
            return decided;
        }

        var answer = engine.Ask(request with { Channel = channel }, cancellationToken);
        if (answer.Status == AnswerStatus.NotFound) unanswered.Refused(request, channel);
        return answer;
    }
}
