using PolicyQa.Corpus;

namespace PolicyQa.App.Channels.Http.Pages;

/// <summary>
/// The canonical text as paragraphs. Every paragraph says at which offset it starts and holds the text and nothing but the
/// text, so that a script can count to any offset; numbers and marks beside it are empty elements.
/// </summary>
/// <param name="article">The article.</param>
/// <param name="place">The place to mark; null marks nothing (the script may, from the address's fragment).</param>
/// <param name="lines">Whether each source line's number is shown where the line begins.</param>
internal sealed class ArticleText(Article article, CitedPlace? place, bool lines)
{
    private const string Moved = "这篇文章更新过，引文已移到这里。";
    private const string Gone = "链接引用的那句话，在这篇文章里已经找不到了：文章在引用之后改动过，或者链接不完整。下面是文章现在的样子。";

    /// <summary>All paragraphs in order.</summary>
    /// <param name="afterHead">Set between the reporter line and the body.</param>
    public Html Render(Html afterHead)
    {
        var paragraphs = new List<Html>();
        var inHead = true;
        var noticed = place?.HasMoved != true;
        foreach (var (paragraph, role) in Paragraphs())
        {
            var body = role is SectionRole.Lead or SectionRole.Body;
            if (inHead && body) paragraphs.Add(afterHead);
            inHead &= !body;
            if (!noticed && place!.Found!.Value.Overlaps(paragraph))
            {
                noticed = true;
                paragraphs.Add(Notice(Moved));
            }

            paragraphs.Add(Paragraph(paragraph, role));
        }

        if (place?.HasMoved != true) paragraphs.Insert(0, Notice(place is { Found: null } ? Gone : ""));
        var cited = place is null ? "" : $"{place.Asked.Start}-{place.Asked.End}";
        return $"""<div class="article-text" data-cited="{cited}" data-moved="{Moved}" data-gone="{Gone}">{Html.Join(paragraphs)}</div>""";
    }

    private IEnumerable<(TextSpan Paragraph, SectionRole Role)> Paragraphs()
    {
        for (var start = 0; start <= article.Text.Length;)
        {
            var end = article.Text.IndexOf('\n', start);
            if (end < 0) end = article.Text.Length;
            var paragraph = new TextSpan(start, end);
            start = end + 1;
            if (paragraph.Length > 0) yield return (paragraph, article.Sections.FirstOrDefault(s => s.Span.Overlaps(paragraph))?.Role ?? SectionRole.Body);
        }
    }

    /// <summary>Always there, so that a screen reader hears what the script puts into it; it has the place's name where the place is gone.</summary>
    private Html Notice(string text)
    {
        Html id = place is { Found: null } ? (Html)$""" id="{place.Asked.Start}-{place.Asked.End}" """ : Html.Empty;
        return $"""<p class="notice" role="status"{id}>{text}</p>""";
    }

    private Html Paragraph(TextSpan paragraph, SectionRole role)
    {
        Html content = Html.Join(Cuts(paragraph).Select(Piece));
        return role switch
        {
            SectionRole.Headline => $"""<h1 data-start="{paragraph.Start}">{content}</h1>""",
            SectionRole.Byline => $"""<p class="byline" data-start="{paragraph.Start}">{content}</p>""",
            SectionRole.Reporter => $"""<p class="reporter" data-start="{paragraph.Start}">{content}</p>""",
            _ => $"""<p data-start="{paragraph.Start}">{content}</p>""",
        };
    }

    /// <summary>The paragraph cut wherever anything begins or ends, so that no piece is half of two things.</summary>
    private IEnumerable<TextSpan> Cuts(TextSpan paragraph)
    {
        IEnumerable<int> places = article.Sections.Where(s => s.Label is not null).SelectMany(s => new[] { s.Start, s.Start + s.Label!.Length })
            .Concat(article.Damages.SelectMany(d => new[] { d.Start, d.End }));
        if (lines) places = places.Concat(article.Lines.Select(l => l.Start));
        if (place?.Found is { } found) places = places.Append(found.Start).Append(found.End);
        var cuts = new SortedSet<int>(places.Where(paragraph.Contains)) { paragraph.Start, paragraph.End };
        return cuts.Zip(cuts.Skip(1), (start, end) => new TextSpan(start, end));
    }

    private Html Piece(TextSpan piece)
    {
        Html html = $"{piece.Of(article.Text)}";
        if (article.Sections.FirstOrDefault(s => s.Label is not null && s.Start == piece.Start) is { } section) html = Label(section, html);
        for (var i = 0; i < article.Damages.Count; i++)
            if (article.Damages[i].Span.Contains(piece))
                html = Damaged(article.Damages[i], i + 1, piece, html);
        if (place?.Found is { } found && found.Contains(piece)) html = Marked(place.Asked, piece.Start == found.Start, html);
        return lines ? $"{Html.Each(article.Lines.Where(l => l.Start == piece.Start), Line)}{html}" : html;
    }

    // A label may run on as ordinary text (围绕“…”); it is set off only where the section really starts with it.
    private Html Label(Section section, Html text) =>
        string.CompareOrdinal(article.Text, section.Start, section.Label, 0, section.Label!.Length) == 0
            ? (Html)$"""<strong id="s{section.Start}">{text}</strong>"""
            : (Html)$"""<span id="s{section.Start}">{text}</span>""";

    private static Html Damaged(Damage damage, int number, TextSpan piece, Html text)
    {
        Html id = piece.Start == damage.Start ? $""" id="p{number}" """ : Html.Empty;
        Html why = piece.End == damage.End ? $"""<a class="why" href="#d{number}" data-number="{number}" aria-label="缺损{number}的说明"></a>""" : Html.Empty;
        return $"""<span class="damaged"{id} title="{damage.Explanation}">{text}</span>{why}""";
    }

    private static Html Marked(TextSpan asked, bool first, Html text)
    {
        Html id = first ? $""" id="{asked.Start}-{asked.End}" tabindex="-1" """ : Html.Empty;
        return $"""<mark{id}>{text}</mark>""";
    }

    private Html Line(Corpus.SourceLine line) =>
        $"""<span class="line" role="img" aria-label="{article.SourcePath} 第{line.Line}行" title="{article.SourcePath} 第{line.Line}行" data-number="{line.Line}"></span>""";
}
