using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using PolicyQa.App.Data;
using PolicyQa.App.Review;

namespace PolicyQa.App.Channels.Cli;

/// <summary>data: everything that is kept as JSON, and deleting of it.</summary>
internal static class DataCommand
{
    private const string Who = "命令行";

    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var output = new Option<string?>("--out") { HelpName = "文件", Description = "写到这个文件（默认写到标准输出）" };
        var export = new Verb("export", "导出全部数据（JSON）。", "data export --out 全部数据.json") { output };
        export.SetAction((parse, token) => WithAsync(common, parse, terminal, async (store, now) =>
        {
            using var bytes = new MemoryStream();
            await store.WithAsync(
                async data =>
                {
                    await DataExport.WriteAsync(data, bytes, now, token);
                    return true;
                },
                token);
            if (parse.GetValue(output) is { } file) await File.WriteAllBytesAsync(file, bytes.ToArray(), token);
            else terminal.Out.WriteLine(System.Text.Encoding.UTF8.GetString(bytes.ToArray()));
            return ExitCode.Done;
        }, token));

        var question = new Option<string?>("--question") { HelpName = "问题", Description = "删除这个问题所在的一组，连同答复和意见" };
        var days = new Option<string?>("--older-than") { HelpName = "天数", Description = "删除比这更早的记录（审核答复除外）" };
        var delete = new Verb("delete", "删除数据。", "data delete --question 某个问题", "data delete --older-than 90") { question, days };
        delete.SetAction((parse, token) => WithAsync(common, parse, terminal, async (store, now) =>
        {
            if (parse.GetValue(question) is { } text)
            {
                if (!await store.WithAsync(data => DeleteAsync(data, QuestionKey.Of(text), now, token), token)) throw new UserErrorException($"没有记下“{text}”这个问题");
                terminal.Out.WriteLine("已删除。服务开着的话，一分钟内生效。");
                return ExitCode.Done;
            }

            if (!int.TryParse(parse.GetValue(days), NumberStyles.None, CultureInfo.InvariantCulture, out var old) || old is 0 or > 36_500) throw new UserErrorException("请写明 --question 或 --older-than（天数，1 以上的整数）");
            terminal.Out.WriteLine($"已删除 {await store.PlainAsync(sql => Retention.DeleteAsync(sql, old, now), token)} 条");
            return ExitCode.Done;
        }, token));
        return new Verb("data", "数据库里的数据：导出、删除。", "data export --out 全部数据.json", "data delete --older-than 90") { export, delete };
    }

    private static async Task<bool> DeleteAsync(DataContext data, string key, DateTimeOffset now, CancellationToken cancellationToken) =>
        await data.Wordings.AsNoTracking().SingleOrDefaultAsync(w => w.Key == key, cancellationToken) is { } wording && await GroupDeletion.RunAsync(data, wording.GroupId, Who, now, cancellationToken);

    private static async Task<int> WithAsync(CommonOptions common, ParseResult parse, Terminal terminal, Func<DataStore, DateTimeOffset, Task<int>> work, CancellationToken cancellationToken)
    {
        using var store = new DataStore(common.Load(parse).Data, terminal.Time, NullLogger<DataStore>.Instance);
        try
        {
            return await work(store, terminal.Time.GetUtcNow());
        }
        catch (DataUnavailableException e)
        {
            throw new UserErrorException(e.Message, e);
        }
    }
}
