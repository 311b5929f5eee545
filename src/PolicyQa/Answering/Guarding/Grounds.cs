using PolicyQa.Analysis;
using PolicyQa.Corpus;
using PolicyQa.Questions;

namespace PolicyQa.Answering.Guarding;

/// <summary>One excerpt, taken apart for comparison. Offsets count in <see cref="Text"/>.</summary>
internal sealed class Grounds
{
    private const string SegmentEnds = ",;。:、!?…\n";
    private const string UnitEnds = ";。!?…\n";

    private readonly int[] _segment;
    private readonly int[] _unit;
    private readonly bool[] _boundary;

    /// <summary>A figure goes on here that began before.</summary>
    private readonly bool[] _inFigure;

    /// <summary>Takes it apart.</summary>
    /// <param name="citation">The excerpt.</param>
    /// <param name="article">The article it stands in; null where the corpus has changed.</param>
    /// <param name="cutter">Words.</param>
    public Grounds(Citation citation, Article? article, WordCutter cutter)
    {
        Department = citation.Department;
        Year = citation.Year;
        Speaker = citation.Speaker is { Length: > 0 } speaker ? CompactText.Of(speaker) : null;
        Text = CompactText.Of(citation.Excerpt);
        About = AboutOf(citation, article);
        Figures = FigureFinder.Find(Text);
        Times = TimePhrases.Find(Text, Year);
        Denials = Guarding.Denials.Find(Text);
        _segment = Numbered(Text, SegmentEnds, Figures);
        _unit = Numbered(Text, UnitEnds, Figures);
        _boundary = Boundaries(Text, cutter);
        _inFigure = new bool[Text.Length + 1];
        foreach (var figure in Figures) _inFigure.AsSpan(figure.Span.Start + 1, figure.Span.Length - 1).Fill(true);
        Segments = SpansOf(_segment);
        Verbs = [.. Segments.Select(s => Predicates.Find(s.Of(Text)))];
        Qualifiers = [.. Segments.Select(s => PolicyQa.Questions.Qualifiers.Find(s.Of(Text)))];
    }

    public string? Department { get; }

    public int? Year { get; }

    /// <summary>Compact; null where the page names none.</summary>
    public string? Speaker { get; }

    /// <summary>See <see cref="CompactText"/>.</summary>
    public string Text { get; }

    /// <summary>Who says it, and where: department, post, speaker, year, headline; parted by line ends.</summary>
    public string About { get; }

    public IReadOnlyList<Figure> Figures { get; }

    public IReadOnlyList<(TextSpan Span, string Plain)> Times { get; }

    public IReadOnlyList<TextSpan> Denials { get; }

    /// <summary>What stands between any two marks of punctuation.</summary>
    public IReadOnlyList<TextSpan> Segments { get; }

    /// <summary>Verbs of each segment.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Verbs { get; }

    /// <summary>What narrows the things of each segment.</summary>
    public IReadOnlyList<IReadOnlyList<Qualifier>> Qualifiers { get; }

    public int SegmentAt(int offset) => _segment[offset];

    /// <summary>Number of the part between full stops or semicolons.</summary>
    public int UnitAt(int offset) => _unit[offset];

    public bool IsBoundary(int offset) => _boundary[offset];

    /// <summary>
    /// How many of the <paramref name="length"/> characters at <paramref name="start"/> may be taken as one piece. 市长 is not in 市|长期规划:
    /// a piece lies within one word, or begins and ends where words do. Nor is 个试点 in 5个试点: figures stay whole.
    /// </summary>
    public int Piece(int start, int length)
    {
        if (_inFigure[start]) return 0;
        var end = start + length;
        while (end > start && _inFigure[end]) end--;
        if (_boundary[start])
        {
            for (var e = end; e > start; e--)
            {
                if (_boundary[e]) return e - start;
            }

            return end - start;
        }

        var wordEnd = start + 1;
        while (!_boundary[wordEnd]) wordEnd++;
        return Math.Min(end, wordEnd) - start;
    }

    private static string AboutOf(Citation citation, Article? article)
    {
        string?[] parts =
        [
            article?.City + citation.Department,
            .. article?.DepartmentAliases ?? [],
            citation.Department + article?.Post + citation.Speaker,
            article?.Post + citation.Speaker,
            citation.Year is { } year ? $"{year}年访谈" : null,
            $"《{citation.Title}》",
        ];
        return string.Join('\n', parts.OfType<string>().Select(CompactText.Of));
    }

    private static int[] Numbered(string text, string ends, IReadOnlyList<Figure> figures)
    {
        var numbers = new int[text.Length];
        var (number, figure) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            numbers[i] = number;
            while (figure < figures.Count && figures[figure].Span.End <= i) figure++;
            var inside = figure < figures.Count && figures[figure].Core.Contains(i);
            if (!inside && ends.Contains(text[i])) number++;
        }

        return numbers;
    }

    private static List<TextSpan> SpansOf(int[] numbers)
    {
        List<TextSpan> spans = [];
        var start = 0;
        for (var i = 1; i <= numbers.Length; i++)
        {
            if (i < numbers.Length && numbers[i] == numbers[start]) continue;
            spans.Add(new TextSpan(start, i));
            start = i;
        }

        return spans;
    }

    private static bool[] Boundaries(string text, WordCutter cutter)
    {
        var boundary = new bool[text.Length + 1];
        Array.Fill(boundary, true);
        foreach (var word in cutter.Cut(text))
        {
            for (var i = word.Start + 1; i < word.End && i < text.Length; i++) boundary[i] = false;
        }

        return boundary;
    }
}
