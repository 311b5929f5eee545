using PolicyQa.Corpus;

namespace PolicyQa.Analysis;

/// <summary>Cuts folded Chinese text into words.</summary>
public interface IWordCutter
{
    /// <summary>Words in text order, not overlapping; punctuation and white space are no words.</summary>
    IReadOnlyList<TextSpan> Cut(string folded);
}
