using Microsoft.AspNetCore.Http.HttpResults;

namespace PolicyQa.App.Channels.OpenAi;

/// <summary>Errors below /v1 in OpenAI's shape.</summary>
internal static class OpenAiError
{
    public const string Path = "/v1";

    /// <summary>Whether errors of this address take this shape.</summary>
    public static bool Speaks(PathString path) => path.StartsWithSegments(Path);

    public static JsonHttpResult<OpenAiErrorBody> BadRequest(string message, string? param) =>
        TypedResults.Json(new OpenAiErrorBody(new OpenAiErrorDetail(message, "invalid_request_error", param, null)), statusCode: StatusCodes.Status400BadRequest);

    public static JsonHttpResult<OpenAiErrorBody> Of(int status, string message)
    {
        var (type, code) = status switch
        {
            StatusCodes.Status401Unauthorized => ("invalid_request_error", "invalid_api_key"),
            StatusCodes.Status404NotFound => ("invalid_request_error", "unknown_url"),
            StatusCodes.Status405MethodNotAllowed => ("invalid_request_error", "method_not_supported"),
            StatusCodes.Status429TooManyRequests => ("rate_limit_error", "rate_limit_exceeded"),
            >= 500 => ("server_error", null),
            _ => ("invalid_request_error", (string?)null),
        };
        return TypedResults.Json(new OpenAiErrorBody(new OpenAiErrorDetail(message, type, null, code)), statusCode: status);
    }
}
