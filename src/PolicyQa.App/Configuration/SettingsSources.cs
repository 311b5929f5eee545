using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.Json;

namespace PolicyQa.App.Configuration;

/// <summary>Where settings come from; each source overrides the ones before it: file, environment, command line.</summary>
internal static class SettingsSources
{
    /// <summary>All sources together.</summary>
    /// <param name="file">Full path of the settings file in effect.</param>
    /// <param name="switches">Settings from the command line: --Answering:Threshold=0.6, --urls=…</param>
    public static IConfigurationRoot Build(string file, IEnumerable<string> switches)
    {
        try
        {
            var builder = new ConfigurationBuilder();
            // No watching: settings are read once, and a file watcher costs start-up time.
            builder.AddJsonFile(file, optional: false, reloadOnChange: false);
            builder.AddEnvironmentVariables("ASPNETCORE_").AddEnvironmentVariables();
            builder.Add(new CommandLineConfigurationSource { Args = [.. switches] });
            return builder.Build();
        }
        catch (InvalidDataException e)
        {
            throw new UserErrorException($"设置文件 {file}：{Fault(e)}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"设置文件 {file}：打不开", e);
        }
    }

    /// <summary>
    /// Relative paths in the settings file count from that file; those typed in a shell (options, environment) from where
    /// the shell is.
    /// </summary>
    public static string FullPath(IConfigurationRoot configuration, string key, string value, string file)
    {
        var source = configuration.Providers.Last(p => p.TryGet(key, out _));
        return Path.GetFullPath(value, source is JsonConfigurationProvider ? Path.GetDirectoryName(file)! : Directory.GetCurrentDirectory());
    }

    private static string Fault(InvalidDataException e)
    {
        for (Exception? inner = e; inner is not null; inner = inner.InnerException)
            if (inner is System.Text.Json.JsonException { LineNumber: { } line })
                return $"第{line + 1}行不是合法的 JSON";
        return e.InnerException is FormatException ? "同一个设置写了两次，或不是合法的 JSON" : "不是合法的设置文件";
    }
}
