using System.CommandLine;
using System.CommandLine.Help;

namespace PolicyQa.App.Channels.Cli;

/// <summary>The whole command line: parses, runs a verb, and turns whatever goes wrong into one line and exit code 2.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancellationToken)
    {
        try
        {
            var switches = SettingSwitches.Split(args);
            // '@file' and '[directive]' are ordinary text here: people's questions start with anything.
            var parse = Root(switches, terminal).Parse(switches.Rest, new ParserConfiguration { ResponseFileTokenReplacer = null });
            Check(parse, switches);
            var run = new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await parse.InvokeAsync(run, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            terminal.Error.WriteLine("已中断。");
            return ExitCode.Error;
        }
        catch (Exception e)
        {
            terminal.Error.WriteLine(args.Contains("--verbose") ? $"{ErrorLine.Of(e)}{Environment.NewLine}{e}" : ErrorLine.Of(e));
            return ExitCode.Error;
        }
        finally
        {
            terminal.Out.Flush();
        }
    }

    private static RootCommand Root(SettingSwitches switches, Terminal terminal)
    {
        var common = new CommonOptions(switches.Settings);
        var root = new RootCommand("政策问答：根据报纸访谈回答政策问题，并给出原文出处。\n不写命令时等于 serve。");
        root.Directives.Clear();
        common.AddTo(root);
        foreach (var option in root.Options)
        {
            if (option is HelpOption) (option.Description, option.Action) = ("显示帮助", new HelpText(terminal.Out));
            if (option is VersionOption) option.Description = "显示版本";
        }

        root.SetAction((parse, token) => ServeCommand.RunAsync(common.Load(parse), terminal, token));
        root.Add(ServeCommand.Create(common, terminal));
        root.Add(IndexCommand.Create(common, terminal));
        root.Add(AskCommand.Create(common, terminal));
        root.Add(CommitmentsCommand.Create(common, terminal));
        root.Add(EvaluateCommand.Create(common, terminal));
        root.Add(AnalyzeCommand.Create(common, terminal, Composition.Analyzers));
        root.Add(TrainCommand.Create(terminal));
        root.Add(BackupCommand.Create(common, terminal));
        root.Add(DataCommand.Create(common, terminal));
        root.Add(EmbeddingsCommand.Create(common, terminal));
        root.Add(AccountCommand.Create(common, terminal));
        root.Add(WeChatCommand.Create(common, terminal));
        return root;
    }

    private static void Check(ParseResult parse, SettingSwitches switches)
    {
        if (parse.Action is HelpText) return;
        if (ParseFault.Of(parse) is { } fault) throw new UserErrorException(fault);
        var verb = parse.CommandResult.Command;
        if (switches.HostSwitch is { } hostSwitch && verb is not RootCommand && verb.Name != "serve")
            throw new UserErrorException($"选项 {hostSwitch} 只用于 serve；加 --help 查看用法");
    }
}
