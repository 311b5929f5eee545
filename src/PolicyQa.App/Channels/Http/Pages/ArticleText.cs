using PolicyQa.Corpus;

namespace PolicyQa.App.Channels.Http.Pages;

/// <summary>
/// The canonical text as paragraphs. Every paragraph says at which offset it starts and holds the text and nothing but the
/// text, so that a script can count to any offset.
/// </summary>
internal static class ArticleText
{
    /// <summary>All paragraphs in order.</summary>
    /// <param name="article">The article.</param>
    /// <param name="mark">The stretch to mark; null marks nothing.</param>
    /// <param name="afterHead">Set between the reporter line and the body.</param>
    public static Html Render(Article article, TextSpan? mark, Html afterHead)
    {
        var paragraphs = new List<Html>();
        var head = true;
        for (var start = 0; start <= article.Text.Length;)
        {
            var end = article.Text.IndexOf('\n', start);
            if (end < 0) end = article.Text.Length;
            var paragraph = new TextSpan(start, end);
            start = end + 1;
            if (paragraph.Length == 0) continue;
            var role = article.Sections.FirstOrDefault(s => s.Span.Overlaps(paragraph))?.Role ?? SectionRole.Body;
            var body = role is SectionRole.Lead or SectionRole.Body;
            if (head && body) paragraphs.Add(afterHead);
            head &= !body;
            paragraphs.Add(Paragraph(article, paragraph, role, mark));
        }

        return Html.Join(paragraphs);
    }

    private static Html Paragraph(Article article, TextSpan paragraph, SectionRole role, TextSpan? mark)
    {
        Html content = Html.Join(Cuts(article, paragraph, mark).Select(piece => Piece(article, piece, mark)));
        return role switch
        {
            SectionRole.Headline => $"""<h1 data-start="{paragraph.Start}">{content}</h1>""",
            SectionRole.Byline => $"""<p class="byline" data-start="{paragraph.Start}">{content}</p>""",
            SectionRole.Reporter => $"""<p class="reporter" data-start="{paragraph.Start}">{content}</p>""",
            _ => $"""<p data-start="{paragraph.Start}">{content}</p>""",
        };
    }

    /// <summary>The paragraph cut wherever anything begins or ends, so that no piece is half of two things.</summary>
    private static IEnumerable<TextSpan> Cuts(Article article, TextSpan paragraph, TextSpan? mark)
    {
        var cuts = new SortedSet<int> { paragraph.Start, paragraph.End };
        void Cut(int at)
        {
            if (paragraph.Contains(at)) cuts.Add(at);
        }

        foreach (var section in article.Sections.Where(s => s.Label is not null))
        {
            Cut(section.Start);
            Cut(section.Start + section.Label!.Length);
        }

        foreach (var damage in article.Damages)
        {
            Cut(damage.Start);
            Cut(damage.End);
        }

        if (mark is { } m)
        {
            Cut(m.Start);
            Cut(m.End);
        }

        return cuts.Zip(cuts.Skip(1), (start, end) => new TextSpan(start, end));
    }

    private static Html Piece(Article article, TextSpan piece, TextSpan? mark)
    {
        Html html = $"{piece.Of(article.Text)}";
        if (article.Sections.FirstOrDefault(s => s.Label is not null && s.Start == piece.Start) is { } section) html = Label(article, section, html);
        for (var i = 0; i < article.Damages.Count; i++)
            if (article.Damages[i].Span.Contains(piece))
                html = Damaged(article.Damages[i], i + 1, piece.Start == article.Damages[i].Start, html);
        if (mark is { } m && m.Contains(piece)) html = Marked(m, piece.Start == m.Start, html);
        return html;
    }

    // A label may run on as ordinary text (围绕“…”); it is set off only where the section really starts with it.
    private static Html Label(Article article, Section section, Html text) =>
        StartsWithLabel(article, section)
            ? (Html)$"""<strong id="s{section.Start}">{text}</strong>"""
            : (Html)$"""<span id="s{section.Start}">{text}</span>""";

    private static bool StartsWithLabel(Article article, Section section) =>
        string.CompareOrdinal(article.Text, section.Start, section.Label, 0, section.Label!.Length) == 0;

    private static Html Damaged(Damage damage, int number, bool first, Html text)
    {
        Html id = first ? $""" id="p{number}" """ : Html.Empty;
        return $"""<span class="damaged"{id} title="{damage.Explanation}">{text}</span>""";
    }

    private static Html Marked(TextSpan mark, bool first, Html text)
    {
        Html id = first ? $""" id="{mark.Start}-{mark.End}" """ : Html.Empty;
        return $"""<mark{id}>{text}</mark>""";
    }
}
