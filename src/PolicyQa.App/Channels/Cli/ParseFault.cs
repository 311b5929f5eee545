using System.CommandLine;
using System.CommandLine.Parsing;

namespace PolicyQa.App.Channels.Cli;

/// <summary>What is wrong with a command line, in one Chinese line. (The library's own messages are English.)</summary>
internal static class ParseFault
{
    private const string Hint = "；加 --help 查看用法";

    /// <summary>Null where nothing is wrong.</summary>
    public static string? Of(ParseResult parse)
    {
        if (parse.Errors.Count == 0 && parse.UnmatchedTokens.Count == 0) return null;
        if (parse.Errors.Any(e => e.SymbolResult is OptionResult) || parse.UnmatchedTokens.Count == 0) return OfSymbol(parse) + Hint;
        return OfToken(parse.UnmatchedTokens[0], parse.CommandResult.Command) + Hint;
    }

    private static string OfToken(string token, Command command)
    {
        if (token.StartsWith('-')) return $"没有“{token}”这个选项";
        return command is RootCommand
            ? $"没有“{token}”这个命令，可用的命令有 {string.Join('、', command.Subcommands.Select(c => c.Name))}"
            : $"多余的内容“{token}”（内容里有空格时请加引号）";
    }

    private static string OfSymbol(ParseResult parse)
    {
        var result = parse.Errors.Select(e => e.SymbolResult).OfType<OptionResult>().FirstOrDefault() ?? parse.Errors[0].SymbolResult;
        return result switch
        {
            OptionResult { Tokens.Count: 0 } option => $"选项 {option.Option.Name} 后面缺少值",
            OptionResult { Tokens.Count: > 1 } option => $"选项 {option.Option.Name} 只能写一次",
            OptionResult option => $"选项 {option.Option.Name} 的值“{option.Tokens[0].Value}”不对",
            ArgumentResult argument => $"缺少{argument.Argument.HelpName ?? argument.Argument.Name}",
            CommandResult { Command: { Subcommands.Count: > 0 } command } => $"{command.Name} 后面缺少命令，可用的有 {string.Join('、', command.Subcommands.Select(c => c.Name))}",
            CommandResult { Command: { Arguments: [var first, ..] } } => $"缺少{first.HelpName ?? first.Name}",
            _ => $"命令行有误：{parse.Errors[0].Message}",
        };
    }
}
