using System.Text;
using PolicyQa.App.Channels.Http.Pages;

namespace PolicyQa.App.Channels.Http;

/// <summary>A page in its frame. Not kept by caches: it may hold what somebody asked.</summary>
internal sealed class HtmlResult(Page page, int status = StatusCodes.Status200OK) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        return response.WriteAsync(PageLayout.Render(page, httpContext.Request).ToString(), Encoding.UTF8, httpContext.RequestAborted);
    }
}
