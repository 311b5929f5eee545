namespace PolicyQa.Comprehension;

/// <summary>What the network says of one window, unnormalised.</summary>
/// <param name="Start">1 + n: at 0 that no answer begins here, at i + 1 that one begins at i.</param>
/// <param name="End">1 + n: at 0 that no answer ends here, at i + 1 that i is its last character.</param>
internal sealed record ReaderScores(float[] Start, float[] End);
