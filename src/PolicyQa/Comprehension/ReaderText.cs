namespace PolicyQa.Comprehension;

/// <summary>A question or a window of an article as the reader sees it: ids and features of each character.</summary>
/// <param name="Folded">The text, n code units.</param>
/// <param name="Characters">n character ids.</param>
/// <param name="Bigrams">n + 1 bigram ids: of text[i - 1..i + 1] at i; 0 at both ends.</param>
/// <param name="Features">n rows of <see cref="ReaderFeatures.Count"/>.</param>
internal sealed record ReaderText(string Folded, int[] Characters, int[] Bigrams, float[] Features)
{
    public int Length => Folded.Length;
}
