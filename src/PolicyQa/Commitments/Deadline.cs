namespace PolicyQa.Commitments;

/// <summary>By or during which time something is promised.</summary>
/// <param name="Text">As written: 秋季开学前.</param>
/// <param name="From">First day; null where it has none (年底前) or the year does not make it a date.</param>
/// <param name="To">Last day; of 秋季开学前 and 国庆节前 the day itself. Null where the year does not make it a date (汛期前).</param>
public sealed record Deadline(string Text, DateOnly? From, DateOnly? To);
