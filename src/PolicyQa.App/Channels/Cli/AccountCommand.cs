using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using PolicyQa.App.Configuration;
using PolicyQa.App.Data;
using PolicyQa.App.Identity;

namespace PolicyQa.App.Channels.Cli;

/// <summary>account: one-time links for /admin, for whoever has the server's keyboard.</summary>
internal static class AccountCommand
{
    private const string Who = "命令行";

    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var name = new Argument<string>("用户名") { Description = "已有账号的用户名" };
        var reset = new Verb("reset", "给一个账号发重设密码的一次性链接。", "account reset 张三") { name };
        reset.SetAction((parse, token) => PrintAsync(common.Load(parse), terminal, parse.GetValue(name)!, token));
        var add = new Verb("new", "发一个创建账号的一次性链接。", "account new");
        add.SetAction((parse, token) => PrintAsync(common.Load(parse), terminal, null, token));
        return new Verb("account", "管理页面 /admin 的账号。", "account new", "account reset 张三") { add, reset };
    }

    private static async Task<int> PrintAsync(Settings settings, Terminal terminal, string? name, CancellationToken cancellationToken)
    {
        using var store = new DataStore(settings.Data, terminal.Time, NullLogger<DataStore>.Instance);
        using var passwords = new Passwords();
        try
        {
            var account = name is null ? null : await new AccountBook(store, passwords, terminal.Time).FindAsync(name, cancellationToken) ?? throw new UserErrorException($"没有用户名是“{name}”的账号");
            var secret = await new SetupLinks(store, passwords, terminal.Time).NewAsync(account, Who, cancellationToken);
            terminal.Out.WriteLine($"{SetupAddress.Of(settings, [], secret)}（{(int)SetupLinks.Lifetime.TotalHours} 小时内有效，只能用一次）");
            return ExitCode.Done;
        }
        catch (DataUnavailableException e)
        {
            throw new UserErrorException(e.Message, e);
        }
    }
}
