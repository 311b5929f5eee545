using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.Extensions.Time.Testing;
using PolicyQa.App.Channels.Ledgers;
using PolicyQa.Commitments;

namespace PolicyQa.Tests.Http;

public sealed partial class CommitmentApiTests
{
    private static readonly DateTimeOffset Now = new(2024, 3, 1, 8, 30, 5, TimeSpan.FromHours(8));

    [Fact]
    public async Task Json_has_the_contracts_shape()
    {
        await using var server = await LedgerServer.StartAsync();
        var list = JsonDocument.Parse(await server.Client.GetStringAsync("/api/commitments?q=" + Uri.EscapeDataString("教科研1633名"))).RootElement;
        Assert.Equal(["items", "total"], list.EnumerateObject().Select(p => p.Name));
        var item = Assert.Single(list.GetProperty("items").EnumerateArray());
        Assert.Equal(
            ["id", "department", "speaker", "year", "section", "action", "object", "quantities", "deadline", "kind", "status", "excerpt", "articleId", "start", "end", "damaged", "url"],
            item.EnumerateObject().Select(p => p.Name));
        Assert.Equal("""[{"value":1633,"unit":"名","bound":"exact"}]""", item.GetProperty("quantities").GetRawText());
        Assert.Equal("""{"text":"秋季开学前","from":null,"to":"2024-09-01"}""", item.GetProperty("deadline").GetRawText());
        Assert.Equal(("补充", "教科研", "measurable", "待评估", "七是"), (Text("action"), Text("object"), Text("kind"), Text("status"), Text("section")));
        Assert.Equal("补充教科研1633名，秋季开学前全部上岗。", Text("excerpt"));
        var article = JsonDocument.Parse(await server.Client.GetStringAsync("/api/articles/" + Text("articleId"))).RootElement.GetProperty("text").GetString()!;
        Assert.Equal(Text("excerpt"), article[item.GetProperty("start").GetInt32()..item.GetProperty("end").GetInt32()]);
        Assert.EndsWith($"#{item.GetProperty("start").GetInt32()}-{item.GetProperty("end").GetInt32()}", Text("url"));

        string Text(string name) => item.GetProperty(name).GetString()!;
    }

    [Theory]
    [InlineData("department=教育局&kind=measurable", 5)]
    [InlineData("department=市科技局&q=人才 引进", 1)]
    [InlineData("deadline=any", 4)]
    [InlineData("deadline=年底前", 1)]
    [InlineData("from=2024-07-01&to=2024-10-01", 1)]
    [InlineData("status=待评估&kind=measurable", 18)]
    [InlineData("status=已完成", 0)]
    [InlineData("department=市交通局", 0)]
    public async Task It_filters(string query, int total)
    {
        await using var server = await LedgerServer.StartAsync();
        var list = JsonDocument.Parse(await server.Client.GetStringAsync("/api/commitments?" + Uri.EscapeDataString(query).Replace("%3D", "=").Replace("%26", "&"))).RootElement;
        Assert.Equal(total, list.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task It_sorts()
    {
        await using var server = await LedgerServer.StartAsync();
        var list = JsonDocument.Parse(await server.Client.GetStringAsync("/api/commitments?sort=-quantity")).RootElement;
        Assert.Equal(1633, list.GetProperty("items")[0].GetProperty("quantities")[0].GetProperty("value").GetInt32());
    }

    [Theory]
    [InlineData("format=pdf")]
    [InlineData("kind=big")]
    [InlineData("sort=size")]
    [InlineData("from=yesterday")]
    public async Task A_wrong_query_is_a_problem_that_says_so(string query)
    {
        await using var server = await LedgerServer.StartAsync();
        using var response = await server.Client.GetAsync("/api/commitments?" + query);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains(query.Split('=')[0], JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("title").GetString());
    }

    [Fact]
    public async Task Csv_reads_back_as_it_was_written()
    {
        await using var server = await LedgerServer.StartAsync();
        using var response = await server.Client.GetAsync("/api/commitments?format=csv");
        Assert.Equal("text/csv; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var cells = ReadCsv(Encoding.UTF8.GetString(bytes[3..]));
        var rows = server.Engines.Engine.Ledger.Items;
        Assert.Equal(rows.Count + 1, cells.Count);
        Assert.All(cells, c => Assert.Equal(CommitmentColumns.All.Count, c.Count));
        var excerpt = cells[0].IndexOf("原文");
        Assert.Equal(rows.Select(r => r.Excerpt), cells[1..].Select(c => c[excerpt]));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+86", "'+86")]
    [InlineData("-5", "'-5")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("=\"a\",b", "\"'=\"\"a\"\",b\"")]
    [InlineData("甲，乙", "甲，乙")]
    [InlineData("甲,\"乙\"", "\"甲,\"\"乙\"\"\"")]
    public void No_cell_of_a_csv_begins_a_formula(string value, string cell) => Assert.Equal(cell, CommitmentCsv.Cell(value));

    [Fact]
    public async Task A_workbook_reads_back_and_has_no_formula()
    {
        await using var server = await LedgerServer.StartAsync();
        var bytes = await server.Client.GetByteArrayAsync("/api/commitments?format=xlsx&kind=measurable");
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(document));
        var rows = document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().Select(r => r.Elements<Cell>().Select(c => c.InnerText).ToArray()).ToArray();
        Assert.Equal(CommitmentColumns.All.Select(c => c.Name), rows[0]);
        var found = server.Engines.Engine.Ledger.Select(new LedgerFilter { Kind = CommitmentKind.Measurable });
        Assert.Equal(found.Select(c => c.Excerpt), rows[1..].Select(r => r[Array.IndexOf(rows[0], "原文")]));
        Assert.Contains(rows, r => r[Array.IndexOf(rows[0], "数值")] == "1633");
        Assert.Empty(document.WorkbookPart.WorksheetParts.Single().Worksheet!.Descendants<CellFormula>());
    }

    [Fact]
    public async Task The_calendar_keeps_its_grammar_and_has_each_dated_row_once()
    {
        await using var server = await LedgerServer.StartAsync(new FakeTimeProvider(Now));
        var text = await server.Client.GetStringAsync("/api/commitments?format=ics");
        var events = ReadCalendar(text);
        var dated = server.Engines.Engine.Ledger.Items.Where(c => (c.Deadline?.To ?? c.Deadline?.From) is not null).ToArray();
        Assert.Equal(dated.Select(c => c.Id + "@policyqa"), events.Select(e => e["UID"]));
        Assert.All(events, e => Assert.Equal("20240301T003005Z", e["DTSTAMP"]));
        Assert.Contains(events, e => e["DTSTART;VALUE=DATE"] == "20240901" && e["DTEND;VALUE=DATE"] == "20240902" && e["SUMMARY"].Contains("1633名", StringComparison.Ordinal));
    }

    [Fact]
    public void A_calendar_escapes_what_would_break_it()
    {
        var row = TestEngine.Real.Ledger.Items.First(c => c.Deadline?.To is not null);
        row = row with { Department = "市;甲,乙\\丙", Excerpt = row.Excerpt + "\n第二行" + new string('长', 60) + "😀\u0007" };
        var one = Assert.Single(ReadCalendar(Encoding.UTF8.GetString(CommitmentCalendar.Bytes([row], LedgerStatuses.None, Now, null))));
        Assert.StartsWith("市\\;甲\\,乙\\\\丙：", one["SUMMARY"]);
        Assert.Contains("\\n第二行长", one["DESCRIPTION"]);
        Assert.Contains("😀", one["DESCRIPTION"]);
        Assert.DoesNotContain("\u0007", one["DESCRIPTION"]);
    }

    /// <summary>RFC 5545: content lines, folding, properties of a calendar and its events, TEXT and DATE values.</summary>
    private static List<Dictionary<string, string>> ReadCalendar(string text)
    {
        Assert.EndsWith("\r\n", text);
        Assert.DoesNotMatch("(?<!\r)\n|\r(?!\n)", text);
        Assert.All(text.Split("\r\n"), l => Assert.InRange(Encoding.UTF8.GetByteCount(l), 0, 75));
        var lines = text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n")[..^1];
        Assert.All(lines, l => Assert.Matches(ContentLine(), l));
        Assert.Equal(("BEGIN:VCALENDAR", "END:VCALENDAR"), (lines[0], lines[^1]));
        Assert.Single(lines, "VERSION:2.0");
        Assert.Single(lines, l => l.StartsWith("PRODID:", StringComparison.Ordinal));
        List<Dictionary<string, string>> events = [];
        Dictionary<string, string>? open = null;
        foreach (var line in lines[1..^1])
        {
            if (line == "BEGIN:VEVENT")
            {
                Assert.Null(open);
                open = [];
            }
            else if (line == "END:VEVENT")
            {
                events.Add(open!);
                open = null;
            }
            else if (open is not null)
            {
                var colon = line.IndexOf(':');
                Assert.True(open.TryAdd(line[..colon], line[(colon + 1)..]), line);
            }
        }

        Assert.All(events, e =>
        {
            Assert.All(["UID", "DTSTAMP", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY"], name => Assert.Contains(name, e.Keys));
            Assert.Matches(@"^\d{8}T\d{6}Z$", e["DTSTAMP"]);
            Assert.True(DateOnly.ParseExact(e["DTSTART;VALUE=DATE"], "yyyyMMdd") < DateOnly.ParseExact(e["DTEND;VALUE=DATE"], "yyyyMMdd"));
            Assert.All([e["SUMMARY"], e["DESCRIPTION"], e["CATEGORIES"]], t => Assert.Matches(TextValue(), t));
        });
        Assert.Equal(events.Count, events.Select(e => e["UID"]).Distinct().Count());
        return events;
    }

    private static List<List<string>> ReadCsv(string text)
    {
        List<List<string>> rows = [];
        List<string> row = [];
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (quoted && text[i] == '"' && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
            else if (text[i] == '"') quoted = !quoted;
            else if (!quoted && text[i] == ',') End();
            else if (!quoted && text[i] == '\r' && text[i + 1] == '\n')
            {
                End();
                rows.Add(row);
                row = [];
                i++;
            }
            else cell.Append(text[i]);
        }

        Assert.Empty(row);
        return rows;

        void End()
        {
            row.Add(cell.ToString());
            cell.Clear();
        }
    }

    [GeneratedRegex(@"^[A-Z0-9-]+(?:;[A-Z0-9-]+=[^"":;,\x00-\x1f]+)*:[^\x00-\x08\x0a-\x1f\x7f]*$")]
    private static partial Regex ContentLine();

    /// <summary>TSAFE-CHAR or an escape: no bare backslash, semicolon or comma.</summary>
    [GeneratedRegex(@"^(?:[^\\;,\x00-\x08\x0a-\x1f\x7f]|\\[\\;,nN])*$")]
    private static partial Regex TextValue();
}
