using System.CommandLine;
using System.Text;
using PolicyQa.App.Channels.Ledgers;
using PolicyQa.Commitments;

namespace PolicyQa.App.Channels.Cli;

/// <summary>commitments: the ledger, on the screen or in a file.</summary>
internal static class CommitmentsCommand
{
    private const string Table = "table";
    private static readonly string[] Formats = [Table, CommitmentFile.Csv, CommitmentFile.Json, CommitmentFile.Xlsx];

    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var department = new Option<string?>("--department") { HelpName = "部门", Description = "只列这个部门的承诺，全称简称都可以" };
        var status = new Option<string?>("--status") { HelpName = "状态", Description = $"只列这个状态的：{string.Join("、", StatusWords.All.Select(StatusWords.Of))}" };
        var format = new Option<string?>("--format") { HelpName = "格式", Description = "table、csv、json 或 xlsx（默认 table；写了 --out 时按文件名）" };
        var output = new Option<string?>("--out") { HelpName = "文件", Description = "写到这个文件；xlsx 必须写" };
        var verb = new Verb(
            "commitments",
            "承诺台账：各部门在访谈里承诺了什么、数量多少、什么时候完成。",
            "commitments",
            "commitments --department 教育局 --format csv",
            "commitments --out 承诺台账.xlsx")
        {
            department, status, format, output,
        };
        verb.SetAction((parse, token) =>
        {
            var file = parse.GetValue(output);
            var kind = Format(parse.GetValue(format), file);
            using var engine = EngineOpening.Open(common.Load(parse), terminal, token);
            var statuses = engine.Statuses();
            var rows = engine.Ledger.Select(new LedgerFilter { Department = Named(engine, parse.GetValue(department)), Status = Standing(parse.GetValue(status)) }, statuses);
            if (file is null) Print(rows, statuses, kind, terminal.Out);
            else Write(rows, statuses, kind, file, terminal);
            return Task.FromResult(ExitCode.Done);
        });
        return verb;
    }

    private static string Format(string? asked, string? file)
    {
        var format = asked ?? (Path.GetExtension(file)?.TrimStart('.').ToLowerInvariant() is { Length: > 0 } extension && Formats.Contains(extension) ? extension : Table);
        if (!Formats.Contains(format)) throw new UserErrorException($"选项 --format 应是 {string.Join("、", Formats)} 之一，实际是“{format}”");
        if (format == CommitmentFile.Xlsx && file is null) throw new UserErrorException("xlsx 不能印在屏幕上，请用 --out 写明文件");
        return format;
    }

    private static CommitmentStatus? Standing(string? name)
    {
        if (name is null) return null;
        return StatusWords.Parse(name) ?? throw new UserErrorException($"选项 --status 应是 {string.Join("、", StatusWords.All.Select(StatusWords.Of))} 之一，实际是“{name}”");
    }

    private static string? Named(QaEngine engine, string? name)
    {
        if (name is null) return null;
        return engine.FindDepartment(name)
            ?? throw new UserErrorException($"选项 --department：没有“{name}”，有：{string.Join("、", engine.Articles.Select(a => a.Department).OfType<string>().Distinct(StringComparer.Ordinal))}");
    }

    private static void Print(IReadOnlyList<Commitment> rows, LedgerStatuses statuses, string format, TextWriter output)
    {
        switch (format)
        {
            case CommitmentFile.Csv: output.Write('\uFEFF' + CommitmentCsv.Text(rows, statuses)); break;
            case CommitmentFile.Json: output.WriteLine(CommitmentFile.JsonText(rows, statuses)); break;
            default: CommitmentTable.Write(rows, statuses, output); break;
        }
    }

    private static void Write(IReadOnlyList<Commitment> rows, LedgerStatuses statuses, string format, string file, Terminal terminal)
    {
        File.WriteAllBytes(file, format switch
        {
            CommitmentFile.Csv => CommitmentCsv.Bytes(rows, statuses),
            CommitmentFile.Xlsx => CommitmentWorkbook.Bytes(rows, statuses),
            CommitmentFile.Json => Encoding.UTF8.GetBytes(CommitmentFile.JsonText(rows, statuses) + "\n"),
            _ => Encoding.UTF8.GetBytes(CommitmentTable.Text(rows, statuses)),
        });
        terminal.Out.WriteLine($"已写入 {file}：{rows.Count} 项");
    }
}
