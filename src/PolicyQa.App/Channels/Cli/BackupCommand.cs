using System.CommandLine;
using System.Globalization;
using PolicyQa.App.Data;

namespace PolicyQa.App.Channels.Cli;

/// <summary>backup: a copy of the database, while the server runs or not.</summary>
internal static class BackupCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var output = new Option<string?>("--out") { HelpName = "文件", Description = "写到这个文件（默认是数据库旁边的 backup 文件夹，文件名带时间）" };
        var verb = new Verb("backup", "备份数据库（账号、待答问题、审核答复）；服务开着也可以。", "backup", "backup --out /mnt/backup/policyqa.db") { output };
        verb.SetAction((parse, _) =>
        {
            var settings = common.Load(parse);
            if (settings.Data.File is not { } path) throw new UserErrorException("数据库是 PostgreSQL，请用 pg_dump 备份");
            if (!File.Exists(path)) throw new UserErrorException($"还没有数据库：{path}");
            var name = $"policyqa-{terminal.Time.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.db";
            var to = Path.GetFullPath(parse.GetValue(output) ?? Path.Combine(Path.GetDirectoryName(path)!, "backup", name));
            if (Directory.Exists(to)) to = Path.Combine(to, name);
            if (File.Exists(to)) throw new UserErrorException($"选项 --out：文件 {to} 已经有了，不覆盖");
            try
            {
                SqliteFile.Backup(settings.Data.ConnectionString, to);
            }
            catch (Exception e) when (DataFault.Of(e) is { } fault)
            {
                throw new UserErrorException($"没有备份成：{fault}（{path} → {to}）", e);
            }

            terminal.Out.WriteLine($"已备份到 {to}：{new FileInfo(to).Length / 1024} KB");
            return Task.FromResult(ExitCode.Done);
        });
        return verb;
    }
}
