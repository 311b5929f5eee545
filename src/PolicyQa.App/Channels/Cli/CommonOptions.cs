using System.CommandLine;
using PolicyQa.App.Configuration;

namespace PolicyQa.App.Channels.Cli;

/// <summary>Options every verb takes, and the settings that come of them.</summary>
/// <param name="switches">Settings given on the command line itself (--Answering:Threshold=0.6, --urls=…).</param>
internal sealed class CommonOptions(IReadOnlyList<string> switches)
{
    public Option<string?> Corpus { get; } = new("--corpus") { Description = "语料文件夹（默认取设置 Corpus:Path）", HelpName = "文件夹", Recursive = true };

    public Option<string?> Index { get; } = new("--index") { Description = "索引文件夹（默认取设置 Index:Path）", HelpName = "文件夹", Recursive = true };

    public Option<string?> SettingsFile { get; } = new("--settings") { Description = "设置文件（默认是仓库根目录的 appsettings.json）", HelpName = "文件", Recursive = true };

    public Option<bool> Verbose { get; } = new("--verbose") { Description = "出错时给出完整细节", Recursive = true };

    public void AddTo(Command root)
    {
        root.Add(Corpus);
        root.Add(Index);
        root.Add(SettingsFile);
        root.Add(Verbose);
    }

    public Settings Load(ParseResult parse)
    {
        IEnumerable<string> Named(string key, Option<string?> option) => parse.GetValue(option) is { } value ? [$"--{key}={value}"] : [];
        return Settings.Load(parse.GetValue(SettingsFile), [.. switches, .. Named("Corpus:Path", Corpus), .. Named("Index:Path", Index)]);
    }
}
