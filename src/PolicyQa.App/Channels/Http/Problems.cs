using Microsoft.AspNetCore.Http.HttpResults;

namespace PolicyQa.App.Channels.Http;

/// <summary>Errors as RFC 9457 problem details with a Chinese title.</summary>
internal static class Problems
{
    public const string NotReadyTitle = "索引正在准备，请稍候";

    public static ProblemHttpResult Of(int status, string title) => TypedResults.Problem(statusCode: status, title: title);

    public static ProblemHttpResult BadRequest(string title) => Of(StatusCodes.Status400BadRequest, title);

    /// <summary>What a status means to the person who sees it.</summary>
    public static string Title(int status) => status switch
    {
        400 => "请求有误",
        401 => "密钥不对：请在 Authorization 请求头里写 Bearer 加密钥",
        403 => "不接受这个网站的页面发来的请求（见设置 Api:AllowedOrigins）",
        404 => "没有这个页面或接口",
        405 => "这个地址不支持这种请求方法",
        408 => "请求超时",
        413 => "请求的内容太大，最多 64 KB",
        415 => "不支持这种内容类型，请用 application/json",
        429 => "问得太快了，请稍后再试",
        503 => NotReadyTitle,
        >= 500 => "服务器出错了，请稍后再试",
        _ => "请求没有成功",
    };
}
