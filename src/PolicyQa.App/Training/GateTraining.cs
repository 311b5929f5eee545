using PolicyQa.Answering;

namespace PolicyQa.App.Training;

/// <summary>What a training gave.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="Report">How good it is on the examples kept back.</param>
/// <param name="Learnt">Examples learnt from.</param>
/// <param name="Kept">Examples kept back.</param>
internal sealed record GateTraining(LearntGate Gate, GateReport Report, int Learnt, int Kept);
