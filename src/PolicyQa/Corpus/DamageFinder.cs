namespace PolicyQa.Corpus;

/// <summary>
/// Finds what a printed page lost or mixed up, by signs that hold on any page: numbering that starts at 二, a sentence
/// that does not close, a quotation mark without its partner, words of another article.
/// </summary>
internal static class DamageFinder
{
    public static IReadOnlyDictionary<string, IReadOnlyList<Damage>> Find(IReadOnlyList<DraftArticle> page)
    {
        var cuts = page.ToDictionary(a => a.Id, CutOffs, StringComparer.Ordinal);
        var foreign = ForeignTextFinder.Find(page, cuts);
        return page.ToDictionary(a => a.Id, a => (IReadOnlyList<Damage>)[.. LostStart(a)
            .Concat(DanglingQuotes(a))
            .Concat(cuts[a.Id])
            .Concat(foreign.Where(f => f.HostId == a.Id).Select(f => f.Damage))
            .OrderBy(d => d.Start).ThenBy(d => d.End)], StringComparer.Ordinal);
    }

    private static IEnumerable<Damage> LostStart(DraftArticle a)
    {
        if (a.Body.FirstOrDefault(p => !p.Heading) is not { } first) yield break;
        var sentence = SentenceBoundaries.Split(a.Text, first.Start, first.End).FirstOrDefault();
        if (sentence.Length == 0) yield break;
        var quote = a.Text.AsSpan(first.Start, first.Span.Length).IndexOfAny('“', '”');
        var closesUnopened = a.Kind != ArticleKind.Plain && quote >= 0 && a.Text[first.Start + quote] == '”';
        if (closesUnopened) sentence = sentence with { End = Math.Max(sentence.End, first.Start + quote + 1) };
        if (closesUnopened || StartsInside(a.Text[first.Start]) || LacksItsFirstLabel(a, first))
            yield return new(DamageKind.LostStart, sentence.Start, sentence.End, "此处原文有缺失：前面的文字没有印全。");
    }

    private static bool StartsInside(char c) => "，、。；：！？）》」』”’".Contains(c);

    /// <summary>The first label is 二是, and nobody has been introduced before it: what stands there is the rest of 一是.</summary>
    private static bool LacksItsFirstLabel(DraftArticle a, CanonicalParagraph first)
    {
        if (a.Source.Byline is not { Speaker: { } speaker }) return false;
        var opening = a.Sections.FirstOrDefault(s => s.Role == SectionRole.Body && s.Label is not null);
        if (opening is null || SectionLabels.At(a.Text, opening.Start) is not { Number: >= 2, Family: LabelFamily.Is or LabelFamily.Must or LabelFamily.Ordinal or LabelFamily.Comma or LabelFamily.Bracket } label) return false;
        var lead = a.Text[first.Start..opening.Start];
        return label.Number <= 3 && !lead.Contains(speaker) && !lead.TrimEnd().EndsWith('：');
    }

    /// <summary>Joining went on wherever it could, so a paragraph that still does not close breaks off.</summary>
    private static IReadOnlyList<Damage> CutOffs(DraftArticle a)
    {
        var found = new List<Damage>();
        var body = a.Body.ToList();
        for (var i = 0; i < body.Count; i++)
        {
            var p = body[i];
            if (p.Heading || SentenceEnd.Closes(a.Text.AsSpan(p.Start, p.Span.Length))) continue;
            var next = i + 1 < body.Count ? SectionLabels.At(a.Text, body[i + 1].Start) : null;
            // "一是…，" before "二是…" is a list; a plain page may hold tables, captions and names.
            if (next is { Strong: true } && a.Text[p.End - 1] is '，' or '、') continue;
            if (a.Kind == ArticleKind.Plain && next is not { Family: LabelFamily.Is or LabelFamily.Must }) continue;
            var sentence = SentenceBoundaries.Split(a.Text, p.Start, p.End).Last();
            found.Add(new(DamageKind.CutOff, sentence.Start, sentence.End, "此句在原文中断开，后面的文字没有印全。"));
        }

        return found;
    }

    private static IEnumerable<Damage> DanglingQuotes(DraftArticle a)
    {
        if (a.Kind == ArticleKind.Plain) return [];
        var open = new Stack<int>();
        var dangling = new List<int>();
        foreach (var p in a.Body)
        {
            for (var i = p.Start; i < p.End; i++)
            {
                if (a.Text[i] == '“')
                {
                    // A speech over several paragraphs opens each of them and closes once.
                    if (i == p.Start && open.Count > 0) open.Pop();
                    open.Push(i);
                }
                else if (a.Text[i] == '”' && !open.TryPop(out _)) dangling.Add(i);
            }
        }

        return dangling.Concat(open).Order().Select(i => new Damage(DamageKind.DanglingQuote, i, i + 1, "此处引号不成对，原文可能有缺失。"));
    }
}
