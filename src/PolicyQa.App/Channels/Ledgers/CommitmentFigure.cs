using PolicyQa.Commitments;

namespace PolicyQa.App.Channels.Ledgers;

/// <summary>A figure of a row: value, unit, and whether it is exact or a bound.</summary>
internal sealed record CommitmentFigure(decimal Value, string Unit, Bound Bound);
