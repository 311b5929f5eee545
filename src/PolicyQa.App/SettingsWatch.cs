using PolicyQa.App.Configuration;

namespace PolicyQa.App;

/// <summary>
/// Reads the settings file again when it changes. Settings that are wrong change nothing and are told of; so are those that
/// want a restart. Looks rather than listens, as <see cref="CorpusWatch"/> does.
/// </summary>
internal sealed class SettingsWatch(LiveSettings live, ILogger logger, TimeProvider time, Action<bool>? reloaded = null, Action<Settings>? takeUp = null)
{
    private string served = Stamp(live.Current.Source);
    private string seen = "";

    public Task RunAsync(CancellationToken cancellationToken) => Ticks.RunAsync(CorpusWatch.Interval, time, () => { Look(); }, cancellationToken);

    /// <summary>One look; true where new settings are in effect. A change is taken up when two looks in a row see the same.</summary>
    public bool Look()
    {
        var old = live.Current;
        var stamp = Stamp(old.Source);
        var settled = stamp == seen;
        seen = stamp;
        if (stamp == served || !settled) return false;
        served = stamp;
        try
        {
            var settings = old.Again();
            var waiting = Changed(old.Configuration, settings.Configuration).Where(k => !LiveSettings.IsLive(k)).ToList();
            takeUp?.Invoke(settings);
            live.Replace(settings);
            // The host's own (log levels) hang on the first configuration.
            live.Host.Reload();
            Log.SettingsReloaded(logger);
            if (waiting.Count > 0) Log.SettingsWantRestart(logger, string.Join('、', waiting));
            reloaded?.Invoke(true);
            return true;
        }
        catch (UserErrorException e)
        {
            Log.SettingsRefused(logger, e.Message);
            reloaded?.Invoke(false);
            return false;
        }
    }

    /// <summary>Names only: values may be secrets.</summary>
    private static IEnumerable<string> Changed(IConfiguration before, IConfiguration after)
    {
        var (old, now) = (Values(before), Values(after));
        return old.Keys.Union(now.Keys, StringComparer.OrdinalIgnoreCase).Where(k => (old.GetValueOrDefault(k) ?? "") != (now.GetValueOrDefault(k) ?? "")).Order(StringComparer.Ordinal);
    }

    private static Dictionary<string, string?> Values(IConfiguration configuration) => new(configuration.AsEnumerable(), StringComparer.OrdinalIgnoreCase);

    private static string Stamp(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? $"{file.Length}|{file.LastWriteTimeUtc.Ticks}" : "";
    }
}
