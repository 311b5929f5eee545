namespace PolicyQa.App.Channels.Cli;

/// <summary>
/// Takes settings and ASP.NET Core's own switches out of the command line before it is parsed: any --Section:Key, and the
/// host's switches by name. What is left must be known to a verb, so that a mistyped option is an error.
/// </summary>
/// <param name="Rest">What the verbs are to parse.</param>
/// <param name="Settings">The settings, each as --key=value.</param>
/// <param name="HostSwitch">The first switch that only serve understands; null where there is none.</param>
internal sealed record SettingSwitches(IReadOnlyList<string> Rest, IReadOnlyList<string> Settings, string? HostSwitch)
{
    private static readonly HashSet<string> HostSwitches = new(StringComparer.OrdinalIgnoreCase)
    {
        "--urls", "--http_ports", "--https_ports", "--environment", "--contentRoot", "--webRoot", "--applicationName", "--shutdownTimeoutSeconds",
    };

    public static SettingSwitches Split(IReadOnlyList<string> args)
    {
        List<string> rest = [], settings = [];
        string? hostSwitch = null;
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == "--")
            {
                rest.AddRange(args.Skip(i));
                break;
            }

            var equals = args[i].IndexOf('=');
            var name = equals < 0 ? args[i] : args[i][..equals];
            var isHostSwitch = HostSwitches.Contains(name);
            if (!isHostSwitch && !IsSetting(name))
            {
                rest.Add(args[i]);
                continue;
            }

            if (isHostSwitch) hostSwitch ??= name;
            settings.Add(equals >= 0 ? args[i] : $"{name}={ValueOf(args, ++i, name)}");
        }

        return new SettingSwitches(rest, settings, hostSwitch);
    }

    private static bool IsSetting(string name) =>
        name.StartsWith("--") && name.Length > 3 && name.IndexOf(':') is > 2 and var colon && colon < name.Length - 1
        && name.AsSpan(2).IndexOfAnyExcept(SettingCharacters) < 0;

    private static readonly System.Buffers.SearchValues<char> SettingCharacters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789:_.-");

    private static string ValueOf(IReadOnlyList<string> args, int i, string name) =>
        i < args.Count && !args[i].StartsWith("--") ? args[i] : throw new UserErrorException($"选项 {name} 后面缺少值；加 --help 查看用法");
}
