using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace PolicyQa.App.Channels.Cli;

/// <summary>--help in Chinese: what a command is for, how it is used, what it takes.</summary>
internal sealed class HelpText(TextWriter output) : SynchronousCommandLineAction
{
    private const string Program = "dotnet run --project src/PolicyQa.App --";

    // --help must work whatever else is wrong with the line.
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        output.WriteLine(command.Description);
        output.WriteLine();
        output.WriteLine("用法：");
        output.WriteLine($"  {Program} {Usage(command)}");
        Rows("命令：", command.Subcommands.Select(c => (c.Name, c.Description)));
        Rows("参数：", command.Arguments.Select(a => ($"“{a.HelpName ?? a.Name}”", a.Description)));
        Rows("选项：", Options(command).Concat(Inherited(command)).DistinctBy(o => o.Name).Where(o => !o.Hidden).Select(o => (Named(o), o.Description)));
        if (command is RootCommand || command.Name == "serve")
            Rows("服务器选项：", [("--urls <地址>", "监听地址（默认 http://127.0.0.1:5080）"), ("--节:项=值", "任何一项设置，如 --Answering:Threshold=0.6")]);
        if (command is Verb { Examples.Count: > 0 } verb)
        {
            output.WriteLine();
            output.WriteLine("例如：");
            foreach (var example in verb.Examples) output.WriteLine($"  {Program} {example}");
        }

        output.Flush();
        return ExitCode.Done;
    }

    private static string Usage(Command command) => command is RootCommand
        ? "[命令] [选项]"
        : string.Join(' ', [.. Ancestors(command).Reverse().Where(c => c is not RootCommand).Append(command).Select(c => c.Name), .. command.Arguments.Select(a => $"“{a.HelpName ?? a.Name}”"), "[选项]"]);

    private static IEnumerable<Option> Options(Command command) => command.Options;

    private static IEnumerable<Option> Inherited(Command command) =>
        Ancestors(command).SelectMany(p => p.Options).Where(o => o.Recursive);

    // The nearest first.
    private static IEnumerable<Command> Ancestors(Command command)
    {
        for (var parent = command.Parents.OfType<Command>().FirstOrDefault(); parent is not null; parent = parent.Parents.OfType<Command>().FirstOrDefault()) yield return parent;
    }

    private static string Named(Option option) =>
        option is HelpOption ? "--help, -h" : option.HelpName is { } value ? $"{option.Name} <{value}>" : option.Name;

    private void Rows(string heading, IEnumerable<(string Name, string? Description)> rows)
    {
        var list = rows.ToList();
        if (list.Count == 0) return;
        var width = list.Max(r => Columns(r.Name));
        output.WriteLine();
        output.WriteLine(heading);
        foreach (var (name, description) in list) output.WriteLine($"  {name}{new string(' ', width - Columns(name))}  {description}");
    }

    // A Chinese character takes two columns of a terminal.
    private static int Columns(string text) => text.Sum(c => c >= '\u2E80' ? 2 : 1);
}
