using System.Text;
using PolicyQa.Answering;
using PolicyQa.Questions;

namespace PolicyQa.Commitments;

/// <summary>Rows as an answer: a line a department, every item with its citation.</summary>
internal sealed class LedgerText
{
    /// <summary>More than these are named by number only: nobody reads them in an answer, and /commitments shows all.</summary>
    private const int MostItems = 60;

    private readonly List<Citation> _citations = [];
    private readonly StringBuilder _text = new();

    /// <summary>The text so far.</summary>
    public void Line(string line) => _text.Append(_text.Length > 0 ? "\n" : "").Append(line);

    /// <summary>One line a department, its items in text order.</summary>
    public void Rows(IReadOnlyList<Commitment> rows)
    {
        foreach (var department in rows.Take(MostItems).GroupBy(c => NameOf(c, rows), StringComparer.Ordinal))
        {
            Line($"{department.Key}：{string.Join("；", department.Select(c => $"{c.Line}[{Cite(c)}]"))}。");
        }

        if (rows.Count > MostItems) Line($"以上是前{MostItems}项，共{rows.Count}项，全部见承诺台账。");
    }

    /// <summary>One row on a line of its own, with what is to be said of it.</summary>
    public void Row(Commitment row, IReadOnlyList<Commitment> all, string remark) => Line($"{NameOf(row, all)}：{row.Line}[{Cite(row)}]{remark}");

    /// <summary>All rows in a breath, departments named where there are several.</summary>
    public static string Short(IReadOnlyList<Commitment> rows)
    {
        var groups = rows.Take(MostItems).GroupBy(c => NameOf(c, rows), StringComparer.Ordinal).ToArray();
        return string.Join("。", groups.Select(g => (groups.Length > 1 ? g.Key + "：" : "") + string.Join("；", g.Select(c => c.Line))));
    }

    /// <summary>With the city where the rows are of several.</summary>
    public static string NameOf(Commitment row, IReadOnlyList<Commitment> rows) =>
        row.City is { } city && rows.Any(r => r.City != city) ? $"{city}{(row.Department is ['市', .. var rest] ? rest : row.Department)}" : row.Department;

    public Answer Answered(Question question, string said, IReadOnlyList<Commitment> rows, string? note) => new()
    {
        Question = question.Text,
        Status = AnswerStatus.Answered,
        ShortAnswer = said,
        Text = _text.ToString(),
        Citations = _citations,
        Confidence = 0.95,
        Note = Notes(rows, note),
        Ranked = [.. rows.Select(r => r.ArticleId).Distinct(StringComparer.Ordinal)],
    };

    private int Cite(Commitment row)
    {
        var known = _citations.FindIndex(c => c.ArticleId == row.ArticleId && c.Start == row.Start);
        if (known >= 0)
        {
            var citation = _citations[known];
            _citations[known] = citation with { Highlights = [.. citation.Highlights, row.Words] };
            return known + 1;
        }

        _citations.Add(new Citation
        {
            Id = _citations.Count + 1,
            ArticleId = row.ArticleId,
            Title = row.Title,
            Department = row.Department,
            Speaker = row.Speaker,
            Year = row.Year,
            Section = row.Section,
            Excerpt = row.Excerpt,
            Start = row.Start,
            End = row.End,
            Highlights = [row.Words],
            SourceHash = row.SourceHash,
            Damaged = row.Damaged,
        });
        return _citations.Count;
    }

    private string Notes(IReadOnlyList<Commitment> rows, string? note)
    {
        List<string> notes = ["据承诺台账逐项列出"];
        if (note is not null) notes.Add(note);
        if (rows.Select(r => r.Year).Distinct().ToArray() is [{ } year]) notes.Add(AnswerNotes.OfYear(year));
        if (_citations.Any(c => c.Damaged)) notes.Add(AnswerNotes.Damaged);
        return AnswerNotes.Joined(notes);
    }
}
