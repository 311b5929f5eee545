using PolicyQa.Answering.Guarding;

namespace PolicyQa.App.Llm;

/// <summary>Whether the model may be asked now: not while it keeps failing, not too often at once, not beyond the budget. Nobody waits for a place.</summary>
internal sealed class ModelAccess(int concurrency, CircuitBreaker breaker, TokenBudget budget)
{
    private int underWay;

    /// <summary>A place, to be disposed of, or why there is none.</summary>
    public (ModelLease? Lease, WordingOutcome Refused) Enter(long tokens)
    {
        if (Interlocked.Increment(ref underWay) > concurrency) return Leave(WordingOutcome.Busy);
        if (!budget.TrySpend(tokens)) return Leave(WordingOutcome.OverBudget);
        if (breaker.Allows()) return (new ModelLease(breaker, () => Interlocked.Decrement(ref underWay)), default);
        budget.Return(tokens);
        return Leave(WordingOutcome.CircuitOpen);
    }

    private (ModelLease?, WordingOutcome) Leave(WordingOutcome refused)
    {
        Interlocked.Decrement(ref underWay);
        return (null, refused);
    }
}
