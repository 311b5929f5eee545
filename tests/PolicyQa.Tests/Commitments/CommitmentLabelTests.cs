using System.Text.Json;
using PolicyQa.Commitments;

namespace PolicyQa.Tests.Commitments;

/// <summary>Found against labelled by hand: page.jsonl for the repository's own page, second.jsonl for one written for this and not tuned on.</summary>
public sealed class CommitmentLabelTests
{
    [Theory]
    [InlineData("page.jsonl", 0.95)]
    [InlineData("second.jsonl", 0.85)]
    public void Most_of_what_is_promised_is_found_and_little_else(string labels, double least)
    {
        var (rows, gold) = (LedgerPages.RowsOf(labels), Labels(labels));
        var found = Matched(rows, gold);
        var (precision, recall) = (found.Count / (double)rows.Count, found.Count / (double)gold.Count);
        Assert.True(precision >= least && recall >= least, $"precision {precision:0.000}, recall {recall:0.000}; missed: {string.Join("; ", gold.Except(found.Select(f => f.Label)).Select(l => l.Words))}; too many: {string.Join("; ", rows.Except(found.Select(f => f.Row)).Select(r => r.Said))}");
    }

    [Theory]
    [InlineData("page.jsonl", 18, 4)]
    [InlineData("second.jsonl", 38, 11)]
    public void Figures_units_bounds_and_deadlines_are_right(string labels, int measurable, int dated)
    {
        var found = Matched(LedgerPages.RowsOf(labels), Labels(labels));
        Assert.All(found, f => Assert.Equal(f.Label.Quantities, string.Join(' ', f.Row.Quantities.Select(Written))));
        Assert.All(found, f => Assert.Equal(f.Label.Deadline, f.Row.Deadline?.Text));
        Assert.Equal(measurable, found.Count(f => f.Row.Kind == CommitmentKind.Measurable));
        Assert.Equal(dated, found.Count(f => f.Row.Deadline is not null));
    }

    [Fact]
    public void Rows_of_damaged_sentences_say_so()
    {
        var found = Matched(LedgerPages.RowsOf("page.jsonl"), Labels("page.jsonl"));
        Assert.All(found.Where(f => f.Label.Damaged), f => Assert.True(f.Row.Damaged, f.Row.Said));
        Assert.Contains(found, f => !f.Row.Damaged);
    }

    /// <summary>None of what looks like a promise and is none.</summary>
    [Theory]
    [InlineData("10年来最好水平")]
    [InlineData("75周年")]
    [InlineData("成就鼓舞人心")]
    [InlineData("热潮")]
    [InlineData("围绕三个方面")]
    [InlineData("世界草业大会，高质量推进生态文明；")]
    public void What_is_no_promise_stays_out(string trap) =>
        Assert.DoesNotContain(LedgerPages.RowsOf("page.jsonl"), r => r.Said.Contains(trap, StringComparison.Ordinal));

    /// <summary>Figures inside names count nothing.</summary>
    [Theory]
    [InlineData("1+2+N")]
    [InlineData("C9联盟")]
    [InlineData("双千")]
    [InlineData("三年行动")]
    [InlineData("“四个一”")]
    [InlineData("教育10条举措")]
    public void A_figure_in_a_name_is_no_quantity(string name) =>
        Assert.All(LedgerPages.RowsOf("page.jsonl").Where(r => r.Said.Contains(name, StringComparison.Ordinal)), r => Assert.Empty(r.Quantities));

    private static List<(Label Label, Commitment Row)> Matched(IReadOnlyList<Commitment> rows, List<Label> gold)
    {
        List<(Label, Commitment)> found = [];
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (var label in gold)
        {
            var words = Bare(label.Words);
            var row = rows.Where(r => r.Department == label.Department && !taken.Contains(r.Id))
                .Where(r => Bare(r.Said) is var said && (said.Contains(words, StringComparison.Ordinal) || (words.Contains(said, StringComparison.Ordinal) && said.Length * 2 >= words.Length)))
                .MinBy(r => Math.Abs(r.Said.Length - label.Words.Length));
            if (row is null || !taken.Add(row.Id)) continue;
            found.Add((label, row));
        }

        return found;
    }

    /// <summary>至少10项; 全 stands for all where no number is said.</summary>
    private static string Written(PromisedQuantity quantity)
    {
        var bound = quantity.Bound switch { Bound.AtLeast => "至少", Bound.AtMost => "至多", Bound.About => "约", Bound.All => "全", _ => "" };
        if (quantity is { Bound: Bound.All, Unit: "%" }) return bound;
        var value = quantity.Value >= 10_000 && quantity.Value % 100 == 0 ? quantity.Value >= 100_000_000 ? $"{quantity.Value / 100_000_000:0.##}亿" : $"{quantity.Value / 10_000:0.##}万" : $"{quantity.Value:0.##}";
        return bound + value + quantity.Unit;
    }

    private static List<Label> Labels(string file) =>
        [.. File.ReadLines(Path.Combine(LedgerPages.Folder, file)).Where(l => l.Length > 0).Select(l => JsonDocument.Parse(l).RootElement).Select(l => new Label(
            l.GetProperty("department").GetString()!,
            l.GetProperty("words").GetString()!,
            l.TryGetProperty("quantities", out var q) ? string.Join(' ', q.EnumerateArray().Select(x => x.GetString())) : "",
            l.TryGetProperty("deadline", out var d) ? d.GetString() : null,
            l.TryGetProperty("damaged", out _)))];

    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private sealed record Label(string Department, string Words, string Quantities, string? Deadline, bool Damaged);
}
