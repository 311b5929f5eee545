using PolicyQa.Corpus;

namespace PolicyQa.Passages;

/// <summary>Cuts an article into sentences, and gathers these into passages within one section. Linear in the text.</summary>
public static class PassageSplitter
{
    /// <summary>A passage grows while it stays within so many characters; long enough to hold a context, short enough to rank.</summary>
    private const int PassageLength = 220;

    /// <summary>A sentence longer than this is cut at its ；.</summary>
    private const int ClauseLength = 160;

    /// <summary>One longer than this is cut at its ，, and where it has none, anywhere.</summary>
    private const int HardLength = 600;

    /// <summary>All passages in text order. Headline, byline and reporter line are passages of their own.</summary>
    public static IReadOnlyList<Passage> Split(Article article)
    {
        var passages = new List<Passage>();
        var foreign = article.Damages.Where(d => d.Kind == DamageKind.ForeignText).ToList();
        foreach (var section in article.Sections)
        {
            var gathered = new List<Sentence>();
            foreach (var sentence in Sentences(article, section, foreign))
            {
                if (gathered.Count > 0 && sentence.End - gathered[0].Start > PassageLength) Close();
                gathered.Add(sentence);
            }

            Close();

            void Close()
            {
                if (gathered.Count > 0) passages.Add(new(article.Id, passages.Count, section, [.. gathered]));
                gathered.Clear();
            }
        }

        return passages;
    }

    private static IEnumerable<Sentence> Sentences(Article article, Section section, List<Damage> foreign)
    {
        // A headline may hold ！ or ？ and is one thing all the same.
        var whole = section.Role is SectionRole.Headline or SectionRole.Byline or SectionRole.Reporter
            ? [section.Span]
            : SentenceBoundaries.Split(article.Text, section.Start, section.End);
        foreach (var span in whole)
        {
            var damaged = article.Damages.Any(d => d.Span.Overlaps(span));
            foreach (var own in Without(article.Text, span, foreign))
            {
                foreach (var piece in Cut(article.Text, own)) yield return new(piece.Start, piece.End, damaged);
            }
        }
    }

    /// <summary>What is left of a sentence when the words of another article are taken out.</summary>
    private static IEnumerable<TextSpan> Without(string text, TextSpan sentence, List<Damage> foreign)
    {
        var from = sentence.Start;
        foreach (var f in foreign)
        {
            if (!f.Span.Overlaps(sentence)) continue;
            if (Words(text, from, f.Start) is { Length: > 0 } before) yield return before;
            from = Math.Max(from, f.End);
        }

        if (Words(text, from, sentence.End) is { Length: > 0 } rest) yield return rest;
    }

    private static TextSpan Words(string text, int start, int end)
    {
        if (end <= start) return default;
        var span = SentenceBoundaries.Trimmed(text, start, end);
        foreach (var c in span.Of(text))
        {
            if (char.IsLetterOrDigit(c)) return span;
        }

        // Punctuation alone is nothing to quote.
        return default;
    }

    private static IEnumerable<TextSpan> Cut(string text, TextSpan sentence)
    {
        if (sentence.Length <= ClauseLength) return [sentence];
        return CutAt(text, sentence, "；;", ClauseLength).SelectMany(p => p.Length <= HardLength ? [p] : CutAt(text, p, "，,、 ", HardLength)).SelectMany(p => Hard(text, p));
    }

    /// <summary>Pieces that end at a mark, each as long as the limit allows.</summary>
    private static IEnumerable<TextSpan> CutAt(string text, TextSpan span, string marks, int limit)
    {
        var (from, mark) = (span.Start, -1);
        for (var i = span.Start; i < span.End; i++)
        {
            if (!marks.Contains(text[i])) continue;
            if (mark > from && i + 1 - from > limit)
            {
                yield return SentenceBoundaries.Trimmed(text, from, mark);
                from = mark;
            }

            mark = i + 1;
        }

        if (mark > from && mark < span.End && span.End - from > limit)
        {
            yield return SentenceBoundaries.Trimmed(text, from, mark);
            from = mark;
        }

        if (SentenceBoundaries.Trimmed(text, from, span.End) is { Length: > 0 } rest) yield return rest;
    }

    private static IEnumerable<TextSpan> Hard(string text, TextSpan span)
    {
        while (span.Length > HardLength)
        {
            var cut = span.Start + HardLength - (char.IsHighSurrogate(text[span.Start + HardLength - 1]) ? 1 : 0);
            yield return new(span.Start, cut);
            span = span with { Start = cut };
        }

        yield return span;
    }
}
