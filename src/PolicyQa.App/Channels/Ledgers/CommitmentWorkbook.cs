using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PolicyQa.Commitments;

namespace PolicyQa.App.Channels.Ledgers;

/// <summary>The rows as an .xlsx workbook: one sheet, a fixed header with filters, all cells text (so none is a formula) but for lone numbers.</summary>
internal static class CommitmentWorkbook
{
    /// <summary>Excel's own limit of a cell's text.</summary>
    private const int LongestCell = 32767;

    /// <summary>Widths in characters, for the columns where the usual one is too narrow.</summary>
    private static readonly Dictionary<string, double> Widths = new(StringComparer.Ordinal) { ["承诺"] = 48, ["对象"] = 36, ["原文"] = 70, ["文章"] = 30, ["部门"] = 14, ["出处"] = 30, ["编号"] = 30, ["进展登记日期"] = 14, ["进展说明"] = 36, ["进展链接"] = 30 };

    private static readonly HashSet<string> Numbers = ["年份", "数值"];

    public static byte[] Bytes(IReadOnlyList<Commitment> rows, LedgerStatuses statuses)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            sheet.Worksheet = Sheet(rows, statuses);
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Name = "承诺台账", SheetId = 1, Id = workbook.GetIdOfPart(sheet) }));
        }

        return file.ToArray();
    }

    private static Worksheet Sheet(IReadOnlyList<Commitment> rows, LedgerStatuses statuses)
    {
        var columns = new Columns();
        for (var i = 0; i < CommitmentColumns.All.Count; i++)
        {
            var number = (uint)i + 1;
            columns.Append(new Column { Min = number, Max = number, Width = Widths.GetValueOrDefault(CommitmentColumns.All[i].Name, 11), CustomWidth = true });
        }

        var data = new SheetData();
        data.Append(new Row(CommitmentColumns.All.Select(c => Text(c.Name, style: 1))));
        foreach (var row in rows) data.Append(new Row(CommitmentColumns.All.Select(c => Cell(c.Name, c.Of(row, statuses)))));
        var last = (char)('A' + CommitmentColumns.All.Count - 1);
        return new Worksheet(
            new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }),
            columns,
            data,
            new AutoFilter { Reference = string.Create(CultureInfo.InvariantCulture, $"A1:{last}{rows.Count + 1}") });
    }

    private static Cell Cell(string column, string value) =>
        Numbers.Contains(column) && decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? new Cell { CellValue = new CellValue(number), DataType = CellValues.Number }
            : Text(value, style: 2);

    private static Cell Text(string value, uint style) => new()
    {
        DataType = CellValues.InlineString,
        StyleIndex = style,
        InlineString = new InlineString(new Text(value.Length > LongestCell ? value[..LongestCell] : value) { Space = SpaceProcessingModeValues.Preserve }),
    };

    /// <summary>0 as it comes, 1 header, 2 wrapped text.</summary>
    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { ApplyAlignment = true }));
}
