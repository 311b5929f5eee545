using PolicyQa.Commitments;

namespace PolicyQa.App.Channels.Http.Pages;

/// <summary>How many commitments each department made, as bars; those with a figure in the accent colour.</summary>
internal static class DepartmentChart
{
    private const int MostBars = 12;
    private const int Width = 400;
    private const int RowHeight = 30;
    private const int LabelWidth = 118;
    private const int NumberWidth = 62;

    public static Html Render(IReadOnlyList<Commitment> rows)
    {
        var all = rows.GroupBy(r => r.Department, StringComparer.Ordinal).Select(g => (Name: g.Key, All: g.Count(), Measurable: g.Count(r => r.Kind == CommitmentKind.Measurable))).OrderByDescending(d => d.All).ToArray();
        var bars = all.Take(MostBars).ToArray();
        var most = bars[0].All;
        var height = bars.Length * RowHeight + 4;
        var said = string.Join("；", bars.Select(b => $"{b.Name}{b.All}项，其中量化{b.Measurable}项"));
        Html rest = all.Length > bars.Length ? (Html)$"<p>另有 {all.Length - bars.Length} 个部门，见下表。</p>" : Html.Empty;
        return $"""
            <figure class="chart"><figcaption id="by-department">各部门的承诺（红色：量化）</figcaption>
            <svg role="img" aria-labelledby="by-department by-department-said" viewBox="0 0 {Width} {height}" class="plot"><desc id="by-department-said">{said}。下面的表里有全部内容。</desc>
            {Html.Each(bars.Select((b, i) => (b, i)), x => Bar(x.b, x.i, most))}</svg>{rest}</figure>
            """;
    }

    private static Html Bar((string Name, int All, int Measurable) bar, int index, int most)
    {
        var room = Width - LabelWidth - NumberWidth;
        var (y, whole, dark) = (index * RowHeight, Math.Max(2, room * bar.All / most), room * bar.Measurable / most);
        var name = bar.Name.Length > 8 ? bar.Name[..7] + "…" : bar.Name;
        return $"""
            <text x="{LabelWidth - 8}" y="{y + 20}" text-anchor="end" class="label">{name}</text>
            <rect x="{LabelWidth}" y="{y + 6}" width="{whole}" height="18" class="bar"/><rect x="{LabelWidth}" y="{y + 6}" width="{dark}" height="18" class="bar strong"/>
            <text x="{LabelWidth + whole + 6}" y="{y + 20}" class="number">{bar.All} 项</text>
            """;
    }
}
