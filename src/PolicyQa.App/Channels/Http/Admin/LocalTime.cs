using System.Globalization;

namespace PolicyQa.App.Channels.Http.Admin;

/// <summary>Times as officials read them: China has one time, and no summer time; the machine's own zone says nothing in a container.</summary>
internal static class LocalTime
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public static DateTimeOffset Of(DateTimeOffset time) => time.ToOffset(China);

    public static string Day(DateTimeOffset time) => time.ToOffset(China).ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    public static string Minute(DateTimeOffset time) => time.ToOffset(China).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>For a time element.</summary>
    public static string Machine(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
