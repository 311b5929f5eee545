using PolicyQa.Answering;

namespace PolicyQa.App.Review;

/// <summary>
/// The decisions in force, in memory: a question looks here first, which costs a look into a dictionary, and one more reading of the
/// question where there are decisions at all. Knows no database. Thread-safe.
/// </summary>
internal sealed class ReviewedAnswers
{
    private Table current = new([], [], []);

    /// <summary>What is in force.</summary>
    public IReadOnlyList<Decision> Decisions => Volatile.Read(ref current).All;

    /// <summary>Takes over what is in force from now on.</summary>
    public void Publish(IReadOnlyList<Decision> decisions, QaEngine? engine)
    {
        Dictionary<string, Decision> byKey = new(StringComparer.Ordinal), bySignature = new(StringComparer.Ordinal);
        foreach (var decision in decisions)
        {
            foreach (var key in decision.Keys) byKey[key] = decision;
            if (engine is null) continue;
            foreach (var wording in decision.Wordings)
                if (engine.SignatureOf(QuestionKey.RequestOf(wording)) is { } signature)
                    bySignature[signature] = decision;
        }

        Volatile.Write(ref current, new Table(decisions, byKey, bySignature));
    }

    /// <summary>The answer that officials have given to this very question or to one that asks the same; null where they have not.</summary>
    public Answer? For(QaEngine engine, AskRequest request)
    {
        var table = Volatile.Read(ref current);
        if (table.All.Count == 0) return null;
        // One department's answer is not another's: where the caller names one, the question as understood decides.
        var decision = request.Department is null && request.History.Count == 0 ? table.ByKey.GetValueOrDefault(QuestionKey.Of(request.Question)) : null;
        if (decision is null && table.BySignature.Count > 0 && engine.SignatureOf(request) is { } signature) decision = table.BySignature.GetValueOrDefault(signature);
        return decision?.Compose(engine, request.Question);
    }

    private sealed record Table(IReadOnlyList<Decision> All, Dictionary<string, Decision> ByKey, Dictionary<string, Decision> BySignature);
}
