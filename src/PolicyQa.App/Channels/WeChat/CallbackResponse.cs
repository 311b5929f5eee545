using System.Text;

namespace PolicyQa.App.Channels.WeChat;

/// <summary>What goes back on the wire: exact bytes, no mark before them, never problem details or a trace.</summary>
internal static class CallbackResponse
{
    public const string PlainText = "text/plain; charset=utf-8";
    public const string Xml = "text/xml; charset=utf-8";
    public const string Json = "application/json; charset=utf-8";

    public static async Task WriteAsync(HttpContext http, string text, string contentType = PlainText, int status = StatusCodes.Status200OK)
    {
        if (http.Response.HasStarted) return;
        var bytes = Encoding.UTF8.GetBytes(text);
        http.Response.StatusCode = status;
        http.Response.ContentType = contentType;
        http.Response.ContentLength = bytes.Length;
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
        await http.Response.CompleteAsync();
    }

    /// <summary>Not the platform: no word of why.</summary>
    public static Task RefuseAsync(HttpContext http, CallbackFault fault) => WriteAsync(http, "", PlainText, fault switch
    {
        CallbackFault.Malformed => StatusCodes.Status400BadRequest,
        CallbackFault.TooLarge => StatusCodes.Status413PayloadTooLarge,
        _ => StatusCodes.Status403Forbidden,
    });
}
