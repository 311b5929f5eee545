using System.Globalization;
using PolicyQa.Commitments;

namespace PolicyQa.App.Channels.Http.Pages;

/// <summary>When what is due: a line of months, a mark for each date, a bar for each stretch of time.</summary>
internal static class DeadlineChart
{
    private const int MostLines = 12;
    private const int Width = 400;
    private const int RowHeight = 30;
    private const int LabelWidth = 118;
    private const int Top = 24;
    private const int RightEdge = 388;

    public static Html Render(IReadOnlyList<Commitment> rows)
    {
        var all = rows.Where(r => (r.Deadline?.To ?? r.Deadline?.From) is not null)
            .GroupBy(r => r.Deadline!)
            .OrderBy(g => g.Key.To ?? g.Key.From).ThenBy(g => g.Key.From)
            .Select(g => (When: g.Key, Rows: g.ToArray())).ToArray();
        if (all.Length == 0) return Html.Empty;
        var lines = all.Take(MostLines).ToArray();
        var first = new DateOnly(lines.Min(l => (l.When.From ?? l.When.To)!.Value).Year, 1, 1);
        var last = new DateOnly(lines.Max(l => (l.When.To ?? l.When.From)!.Value).Year, 12, 31);
        var height = Top + (lines.Length * RowHeight) + 4;
        var said = string.Join("；", lines.Select(l => $"{l.When.Text}{l.Rows.Length}项（{string.Join('、', l.Rows.Select(r => r.Department).Distinct(StringComparer.Ordinal))}）"));
        Html rest = all.Length > lines.Length ? (Html)$"<p>另有 {all.Length - lines.Length} 个时限，见下表。</p>" : Html.Empty;
        return $"""
            <figure class="chart"><figcaption id="by-deadline">什么时候完成（{Years(first, last)}）</figcaption>
            <svg role="img" aria-labelledby="by-deadline by-deadline-said" viewBox="0 0 {Width} {height}" class="plot"><desc id="by-deadline-said">{said}。下面的表里有全部内容。</desc>
            {Html.Each(Ticks(first, last), t => Tick(t.Day, t.Name, first, last, height))}
            {Html.Each(lines.Select((l, i) => (l, i)), x => Line(x.l.When, x.l.Rows.Length, x.i, first, last))}</svg>{rest}</figure>
            """;
    }

    private static string Years(DateOnly first, DateOnly last) =>
        first.Year == last.Year ? $"{first.Year.ToString(CultureInfo.InvariantCulture)}年" : $"{first.Year.ToString(CultureInfo.InvariantCulture)}–{last.Year.ToString(CultureInfo.InvariantCulture)}年";

    /// <summary>Quarters of one year; of several, the years.</summary>
    private static IEnumerable<(DateOnly Day, string Name)> Ticks(DateOnly first, DateOnly last)
    {
        if (first.Year == last.Year) return new[] { 1, 4, 7, 10 }.Select(m => (new DateOnly(first.Year, m, 1), $"{m}月"));
        var step = Math.Max(1, (last.Year - first.Year) / 5);
        return Enumerable.Range(first.Year, last.Year - first.Year + 1).Where(y => (y - first.Year) % step == 0).Select(y => (new DateOnly(y, 1, 1), $"{y}年"));
    }

    private static Html Tick(DateOnly day, string name, DateOnly first, DateOnly last, int height)
    {
        var x = At(day, first, last);
        return $"""<line x1="{x}" y1="{Top - 4}" x2="{x}" y2="{height}" class="grid"/><text x="{x}" y="14" class="tick">{name}</text>""";
    }

    private static Html Line(Deadline when, int count, int index, DateOnly first, DateOnly last)
    {
        var y = Top + (index * RowHeight);
        var (from, to) = (At(when.From ?? when.To!.Value, first, last), At(when.To ?? when.From!.Value, first, last));
        var text = $"{when.Text} {count.ToString(CultureInfo.InvariantCulture)} 项";
        Html bar = when.From is not null && when.To is not null && to - from > 4
            ? (Html)$"""<rect x="{from}" y="{y + 8}" width="{to - from}" height="14" class="bar"/>"""
            : Html.Empty;
        return $"""<text x="{LabelWidth - 8}" y="{y + 20}" text-anchor="end" class="label">{text}</text>{bar}<circle cx="{to}" cy="{y + 15}" r="6" class="dot"/>""";
    }

    private static int At(DateOnly day, DateOnly first, DateOnly last) =>
        LabelWidth + ((RightEdge - LabelWidth) * (day.DayNumber - first.DayNumber) / Math.Max(1, last.DayNumber - first.DayNumber));
}
