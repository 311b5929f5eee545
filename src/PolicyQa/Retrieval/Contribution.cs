namespace PolicyQa.Retrieval;

/// <summary>What one feature of a linear model added to a score.</summary>
/// <param name="Name">The feature, as the weights file names it.</param>
/// <param name="Value">The feature's value.</param>
/// <param name="Weight">What one of it is worth.</param>
public sealed record Contribution(string Name, double Value, double Weight)
{
    public double Points => Math.Round(Value * Weight, 4);
}
