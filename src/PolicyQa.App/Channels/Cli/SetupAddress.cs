using PolicyQa.App.Configuration;

namespace PolicyQa.App.Channels.Cli;

/// <summary>A one-time link as it is printed.</summary>
internal static class SetupAddress
{
    private const string Default = "http://127.0.0.1:5080";

    /// <summary>Site:BaseUrl, else where the server listens, else where it would.</summary>
    public static string Of(Settings settings, IEnumerable<string> listening, string secret)
    {
        var site = settings.Chat.SiteUrl ?? listening.FirstOrDefault() ?? settings.Configuration["urls"]?.Split(';')[0] ?? Default;
        return $"{site.TrimEnd('/')}/admin/setup?link={secret}";
    }
}
