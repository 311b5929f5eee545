namespace PolicyQa.Commitments;

/// <summary>A figure that is promised.</summary>
/// <param name="Value">Its value; 100 with the unit % for 全部达标, 全覆盖.</param>
/// <param name="Unit">Measure word as written: 名, 万亩; % for shares.</param>
/// <param name="Bound">How it is meant.</param>
/// <param name="Text">As written, bounds included: 100名以上, 全部, 4至6家; empty for the second bound of a range.</param>
public sealed record PromisedQuantity(decimal Value, string Unit, Bound Bound, string Text);
