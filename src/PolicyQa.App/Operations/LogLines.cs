using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace PolicyQa.App.Operations;

/// <summary>Logging:Format = json.</summary>
internal static class LogLines
{
    /// <summary>One JSON object a line, with the request's id in its scopes.</summary>
    public static void AddJsonLines(this ILoggingBuilder logging) => logging.AddJsonConsole(o =>
    {
        o.IncludeScopes = true;
        o.UseUtcTimestamp = true;
        o.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
        o.JsonWriterOptions = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    });
}
