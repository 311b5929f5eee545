namespace PolicyQa.Corpus;

/// <summary>Parts an article's paragraphs into sections: a label opens one, at a paragraph's start or after a sentence.</summary>
internal sealed class SectionBuilder(CanonicalText canonical)
{
    private readonly string text = canonical.Text;
    private readonly List<Section> sections = [];
    private SectionLabel? open;
    private bool openIsHeading;

    public IReadOnlyList<Section> Build()
    {
        var paragraphs = canonical.Paragraphs;
        var starts = paragraphs.Select(p => p.Role == SectionRole.Body ? SectionLabels.At(text, p.Start) : null).ToArray();
        var usable = UsableFamilies();
        var last = new Dictionary<LabelFamily, int>();
        for (var i = 0; i < starts.Length; i++)
        {
            if (starts[i] is { } s && !usable.Contains(s.Family)) starts[i] = null;
            if (starts[i] is { } kept) last[kept.Family] = i;
        }

        for (var i = 0; i < paragraphs.Count; i++)
        {
            var p = paragraphs[i];
            if (p.Role != SectionRole.Body) sections.Add(new(null, p.Role, p.Start, p.End));
            else AddBody(p, starts[i], open is not null && (openIsHeading || last.GetValueOrDefault(open.Family, -1) > i), usable);
        }

        return sections;
    }

    private void AddBody(CanonicalParagraph p, SectionLabel? label, bool goesOn, HashSet<LabelFamily> usable)
    {
        if (p.Heading)
        {
            (open, openIsHeading) = (label ?? new(LabelFamily.Topic, 0, ""), true);
            sections.Add(new(text[p.Start..p.End], SectionRole.Body, p.Start, p.End));
        }
        else if (label is not null) Open(label, p.Start, p.End);
        else if (goesOn && sections[^1].Role == SectionRole.Body) sections[^1] = sections[^1] with { End = p.End };
        else
        {
            var lead = sections.TrueForAll(s => s.Role != SectionRole.Body);
            open = null;
            sections.Add(new(null, lead ? SectionRole.Lead : SectionRole.Body, p.Start, p.End));
        }

        foreach (var at in SentenceStarts(p))
        {
            if (SectionLabels.At(text, at) is not { Strong: true } inner || !usable.Contains(inner.Family) || !Opens(inner)) continue;
            sections[^1] = sections[^1] with { End = SentenceBoundaries.Trimmed(text, sections[^1].Start, at).End };
            Open(inner, at, p.End);
        }
    }

    private void Open(SectionLabel label, int start, int end)
    {
        (open, openIsHeading) = (label, false);
        sections.Add(new(label.Text, SectionRole.Body, start, end));
    }

    /// <summary>Inside 二是 only 三是 opens the next section: an enumeration within an item stays in it.</summary>
    private bool Opens(SectionLabel inner)
    {
        if (inner.Family is not (LabelFamily.Is or LabelFamily.Must or LabelFamily.Word or LabelFamily.Ordinal)) return false;
        if (open is null || open.Outline || openIsHeading) return true;
        return inner.Family == open.Family && (inner.Family == LabelFamily.Word ? inner.Number > open.Number : inner.Number == open.Number + 1);
    }

    /// <summary>A lone 首先 or 第一 is prose; with a second of its kind it is an enumeration.</summary>
    private HashSet<LabelFamily> UsableFamilies()
    {
        var seen = new Dictionary<LabelFamily, HashSet<int>>();
        foreach (var p in canonical.Paragraphs.Where(p => p.Role == SectionRole.Body))
        {
            foreach (var at in SentenceStarts(p).Prepend(p.Start))
            {
                if (SectionLabels.At(text, at) is { } label) (seen.TryGetValue(label.Family, out var n) ? n : seen[label.Family] = []).Add(label.Number);
            }
        }

        return [.. seen.Where(s => s.Value.Count > 1 || s.Key is LabelFamily.Is or LabelFamily.Must or LabelFamily.Topic).Select(s => s.Key)];
    }

    private IEnumerable<int> SentenceStarts(CanonicalParagraph p)
    {
        for (var i = p.Start; i < p.End - 1; i++)
        {
            if (text[i] is not ('；' or '：' or ';' or ':') && !SentenceEnd.IsTerminator(text[i])) continue;
            do i++;
            while (i < p.End && (SentenceEnd.IsCloser(text[i]) || SentenceEnd.IsTerminator(text[i]) || char.IsWhiteSpace(text[i])));
            if (i < p.End) yield return i;
            i--;
        }
    }
}
