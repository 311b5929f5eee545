namespace PolicyQa.App.Llm;

/// <summary>What keeps the embedding service from being asked too much; apart from the chat model's.</summary>
internal sealed record EmbeddingLimits(CircuitBreaker Breaker, TokenBudget Budget);
