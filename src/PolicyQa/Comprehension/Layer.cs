namespace PolicyQa.Comprehension;

/// <summary>Weights of one layer, row by row.</summary>
/// <param name="Rows">Inputs of a linear layer; 1 for a vector.</param>
/// <param name="Columns">Outputs of a linear layer.</param>
/// <param name="Values">Rows × Columns.</param>
internal sealed record Layer(int Rows, int Columns, float[] Values);
