namespace PolicyQa.App.Channels.OpenAi;

/// <summary>What went wrong.</summary>
/// <param name="Message">For people, in Chinese.</param>
/// <param name="Type">invalid_request_error, rate_limit_error, server_error.</param>
/// <param name="Param">The field at fault; null where it is none.</param>
/// <param name="Code">invalid_api_key and the like; null where there is none.</param>
internal sealed record OpenAiErrorDetail(string Message, string Type, string? Param, string? Code);
