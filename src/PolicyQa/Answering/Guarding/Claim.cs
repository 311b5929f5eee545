namespace PolicyQa.Answering.Guarding;

/// <summary>One clause of a rewording.</summary>
/// <param name="Text">See <see cref="CompactText"/>; without punctuation at its end.</param>
/// <param name="Citations">What it cites.</param>
internal sealed record Claim(string Text, IReadOnlyList<int> Citations);
