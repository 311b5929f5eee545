using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using PolicyQa.App.Channels.Http.Pages;
using PolicyQa.App.Configuration;
using PolicyQa.App.Data;
using PolicyQa.App.Identity;

namespace PolicyQa.App.Channels.Http.Admin;

/// <summary>Lets officials in at /admin, and says in words what keeps somebody out or a database from being used.</summary>
internal sealed class AdminDoor(Sessions sessions, ApiKeys keys, DataStore store, IAntiforgery antiforgery, TimeProvider time)
{
    private const string Scheme = "Bearer ";
    private readonly ExpiringMemory<string> said = new(1000, TimeSpan.FromMinutes(5), time);

    public async Task HandleAsync(HttpContext http, Func<AdminRequest, Task<IResult>> work, bool open, long? maxBytes = null)
    {
        var result = await AnswerAsync(http, work, open, maxBytes);
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        await result.ExecuteAsync(http);
    }

    public async Task HandleKeyAsync(HttpContext http, Func<AdminRequest, Task<IResult>> work)
    {
        IResult result;
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || keys.Administrator(header[Scheme.Length..].Trim()) is not { } name)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            result = Problems.Of(StatusCodes.Status401Unauthorized, "需要一个有管理权限的密钥（在 /admin/keys 创建）");
        }
        else
        {
            try
            {
                result = await work(new AdminRequest(http, 0, name));
            }
            catch (Exception e) when (e is not BadHttpRequestException && DataFault.Of(e) is not null)
            {
                result = Problems.Of(StatusCodes.Status503ServiceUnavailable, store.Unavailable(e).Message);
            }
        }

        await result.ExecuteAsync(http);
    }

    private async Task<IResult> AnswerAsync(HttpContext http, Func<AdminRequest, Task<IResult>> work, bool open, long? maxBytes)
    {
        if (LargeType.Choose(http) is { } resized) return resized;
        var request = new AdminRequest(http, 0, "");
        try
        {
            var cookie = AdminCookie.Read(http);
            if (cookie.Length > 0 && await sessions.FindAsync(cookie, http.RequestAborted) is { } account)
            {
                // The form's token belongs to whoever is signed in.
                http.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, $"{account.Id}"), new Claim(ClaimTypes.Name, account.Name)], "admin"));
                var key = Secrets.Hash(cookie);
                request = request with { AccountId = account.Id, Name = account.Name, Leave = words => said.Set(key, words) };
                if (HttpMethods.IsGet(http.Request.Method) && said.TryGet(key, out var words))
                {
                    said.Remove(key);
                    request = request with { Done = words };
                }
            }

            if (request.Name.Length == 0 && !open) return SignInSection.Ask(http);
            if (HttpMethods.IsPost(http.Request.Method))
            {
                if (maxBytes is { } most && http.Request.ContentLength > most) return TooLarge(request with { Token = Token(http) }, most);
                if (await ReadAsync(http, maxBytes) is not { } form) return Refused(request with { Token = Token(http) });
                request = request with { Form = form };
            }

            return await work(request with { Token = Token(http) });
        }
        catch (Exception e) when (e is not BadHttpRequestException && DataFault.Of(e) is not null)
        {
            var fault = store.Unavailable(e).Message;
            return request.Page("数据库暂时用不了", $"""<h1>数据库暂时用不了</h1><p class="fault" role="alert">{fault}。</p><p>问答不受影响，照常回答。数据库恢复后刷新这一页。</p>""", StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>The form; null where it is not one of ours.</summary>
    private async Task<IFormCollection?> ReadAsync(HttpContext http, long? maxBytes)
    {
        if (maxBytes is { } most && http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = most;
        if (!http.Request.HasFormContentType) return null;
        IFormCollection form;
        try
        {
            form = await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            // A form that breaks off is the sender's fault, and none of the database's.
            return null;
        }

        return await antiforgery.IsRequestValidAsync(http) ? form : null;
    }

    private static HtmlResult TooLarge(AdminRequest request, long most) => request.Page(
        "文件太大",
        $"""<h1>文件太大</h1><p class="fault" role="alert">没有保存：一次最多 {(int)(most / 1024 / 1024)} MB。请返回上一页，分几次上传，或拆成小一些的文件。</p>""",
        StatusCodes.Status413PayloadTooLarge);

    private Html Token(HttpContext http)
    {
        var tokens = antiforgery.GetAndStoreTokens(http);
        return $"""<input type="hidden" name="{tokens.FormFieldName}" value="{tokens.RequestToken}">""";
    }

    private static HtmlResult Refused(AdminRequest request) => request.Page(
        "表单过期了",
        $"""<h1>表单过期了</h1><p class="fault" role="alert">没有保存。请返回上一页，刷新后再提交一次。</p>""",
        StatusCodes.Status400BadRequest);
}
