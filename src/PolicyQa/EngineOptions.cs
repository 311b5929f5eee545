namespace PolicyQa;

/// <summary>What an operator may set. Immutable.</summary>
public sealed record EngineOptions
{
    /// <summary>Answers below this confidence become notFound. 0 (answer always) to 1 (never).</summary>
    public double Threshold { get; init; } = 0.45;
}
