using System.Text.RegularExpressions;

namespace PolicyQa.Corpus;

/// <summary>
/// Puts paragraphs together again that print or a copy broke into lines, even in mid-word: a paragraph whose end is no
/// sentence end goes on in the next line, unless a label there says that a new section begins.
/// </summary>
internal sealed partial class ParagraphJoiner(LineLayout layout, ArticleKind kind, IReadOnlySet<LabelFamily> headingFamilies)
{
    private const int MaxHeading = 32;
    private readonly Dictionary<LabelFamily, int> counted = [];

    public IReadOnlyList<Paragraph> Join(IReadOnlyList<(PageLine Line, SectionRole Role)> lines)
    {
        var paragraphs = new List<Paragraph>();
        var current = new List<PageLine>();
        for (var i = 0; i < lines.Count; i++)
        {
            var (line, role) = lines[i];
            if (i > 0 && (lines[i - 1].Role != role || !Continues(current, line, role)))
            {
                paragraphs.Add(new(lines[i - 1].Role, [.. current], lines[i - 1].Role == SectionRole.Body && IsHeading(current, line)));
                current.Clear();
            }

            if (current.Count == 0 && SectionLabels.At(line.Text, 0) is { Strong: true } label) counted[label.Family] = label.Number;
            current.Add(line);
        }

        if (current.Count > 0) paragraphs.Add(new(lines[^1].Role, [.. current], current[^1].IsHeading));
        return paragraphs;
    }

    /// <summary>Label families of the page that stand as headings: short lines without an end, and most of them so.</summary>
    public static IReadOnlySet<LabelFamily> HeadingFamilies(IReadOnlyList<PageLine> lines) =>
        lines.Select(l => (Label: SectionLabels.At(l.Text, 0), l.Text))
            .Where(l => l.Label is { Outline: true })
            .GroupBy(l => l.Label!.Family)
            .Where(g => g.Count() > 1 && g.Count(l => IsShortAndOpen(l.Text)) * 5 >= g.Count() * 4)
            .Select(g => g.Key).ToHashSet();

    private bool Continues(List<PageLine> current, PageLine line, SectionRole role)
    {
        var last = current[^1];
        if (role == SectionRole.Headline) return layout.IsFull(last) && !(layout.BlankPartsParagraphs && line.AfterBlank) && kind == ArticleKind.Interview;
        if (role == SectionRole.Byline) return true;
        if (role == SectionRole.Reporter || line.StartsBlock || last.IsHeading) return false;
        var closed = SentenceEnd.Closes(last.Text);
        var label = SectionLabels.At(line.Text, 0);
        if (label is { Strong: true } && (closed || IsDue(label, last.Text))) return false;
        if (layout.IndentPartsParagraphs && line.Indented) return false;
        if (!closed) return !IsHeading(current, line);
        // Closed: only a line of fixed width can still go on.
        if (label is not null || Opening().IsMatch(line.Text) || !layout.IsFull(last)) return false;
        return !(layout.BlankPartsParagraphs && line.AfterBlank);
    }

    /// <summary>
    /// After an open end a label counts only where it is next in its enumeration: "统⏎一是大势" and "十⏎一是搭建" go on.
    /// </summary>
    private bool IsDue(SectionLabel label, string before)
    {
        if (label.Family == LabelFamily.Word && before[^1] is '，' or '、') return false;
        var previous = counted.GetValueOrDefault(label.Family);
        if (label.Family == LabelFamily.Word) return label.Number > previous;
        return label.Number == previous + 1 ? label.Number > 1 || !"统同唯单万之其不合归专十第".Contains(before[^1]) : previous == 0 && label.Family is LabelFamily.Is or LabelFamily.Must;
    }

    private bool IsHeading(List<PageLine> current, PageLine next)
    {
        if (current is not [var line]) return false;
        if (line.IsHeading) return true;
        if (!IsShortAndOpen(line.Text)) return false;
        if (SectionLabels.At(line.Text, 0) is { } label) return headingFamilies.Contains(label.Family);
        // Without a label a short open line may as well be the start of a broken sentence; interviews are known to have those.
        return kind == ArticleKind.Plain && (next.AfterBlank || next.Indented) && !line.Text.AsSpan().ContainsAny("，、");
    }

    private static bool IsShortAndOpen(string text) => text.Length <= MaxHeading && !SentenceEnd.Closes(text) && !text.AsSpan().ContainsAny("。；") && text[^1] is not ('，' or '、');

    /// <summary>A turn of a dialogue (记者：, 周明远：), or words that a new paragraph likes to begin with.</summary>
    [GeneratedRegex("^(?:(?:问|答|Q|A|" + Chinese.Han + "{2,4})[：:]|(?:此外|下一步|据介绍|据了解)[，,])")]
    private static partial Regex Opening();
}
