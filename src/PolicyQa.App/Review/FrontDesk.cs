using PolicyQa.Answering;

namespace PolicyQa.App.Review;

/// <summary>Where every channel asks: officials' own answers come first, then the engine's; what it refuses is noted for the officials.</summary>
internal sealed class FrontDesk(ReviewedAnswers reviewed, UnansweredLog unanswered)
{
    /// <summary>The answer.</summary>
    /// <param name="engine">The engine of the moment.</param>
    /// <param name="request">The question.</param>
    /// <param name="channel">One of <see cref="Channels.ChannelName"/>.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public Answer Ask(QaEngine engine, AskRequest request, string channel, CancellationToken cancellationToken)
    {
        if (reviewed.For(engine, request) is { } decided) return decided;
        var answer = engine.Ask(request, cancellationToken);
        if (answer.Status == AnswerStatus.NotFound) unanswered.Refused(request, channel);
        return answer;
    }
}
