using PolicyQa.Analysis;
using PolicyQa.Comprehension;
using PolicyQa.Corpus;
using PolicyQa.Questions;

namespace PolicyQa.Answering;

/// <summary>A window of an article, read.</summary>
/// <param name="Article">The article's id.</param>
/// <param name="Span">Where the window lies in it.</param>
/// <param name="Folded">Its folded text.</param>
/// <param name="Read">What the reader says of it.</param>
internal sealed record ReadWindow(string Article, TextSpan Span, string Folded, WindowReading Read)
{
    /// <summary>Logarithm of how likely its likeliest span is the answer.</summary>
    public float Best => Read.Spans is [var first, ..] ? first.Score : float.NegativeInfinity;

    /// <summary>Reads whole sentences around this one, as many as fit into <paramref name="length"/> characters; of a longer sentence its beginning.</summary>
    public static ReadWindow Around(Question question, Evidence e, int length)
    {
        var text = e.Article.Text;
        var (start, end) = (e.Sentence.Start, Math.Min(e.Sentence.End, e.Sentence.Start + 2 * length));
        foreach (var s in SentenceBoundaries.Split(text, Math.Max(0, start - length), start).Reverse())
        {
            if (end - s.Start > length) break;
            start = s.Start;
        }

        foreach (var s in SentenceBoundaries.Split(text, end, Math.Min(text.Length, end + length)))
        {
            if (s.End - start > length) break;
            end = s.End;
        }

        var window = new TextSpan(start, end);
        var folded = CharacterFolding.Fold(window.Of(text));
        return new ReadWindow(e.Article.Id, window, folded, WindowReader.Shipped.Read(question.Resolved, folded));
    }
}
