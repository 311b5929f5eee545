using System.Text.Json;
using PolicyQa.App.Channels.Http;

namespace PolicyQa.App.Channels.OpenAi;

/// <summary>A request body read, or what is wrong with it.</summary>
/// <param name="Question">The last thing the user said.</param>
/// <param name="History">What the user said before, oldest first.</param>
/// <param name="Stream">Piece by piece.</param>
/// <param name="IncludeUsage">A last piece carries the usage.</param>
/// <param name="PromptTokens">Of all messages.</param>
internal sealed record ChatRequest(string Question, IReadOnlyList<string> History, bool Stream, bool IncludeUsage, int PromptTokens)
{
    private const int Remembered = 10;

    /// <summary>What is wrong, in Chinese; null where all is well.</summary>
    public string? Fault { get; private init; }

    /// <summary>The field at fault.</summary>
    public string? Param { get; private init; }

    /// <summary>Reads and checks the body.</summary>
    public static async Task<ChatRequest> FromAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellationToken);
            return From(document.RootElement);
        }
        catch (JsonException)
        {
            return Faulty("请求的内容不是合法的 JSON", null);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair (\ud800): valid JSON, but no text.
            return Faulty("请求里有不完整的字符", "messages");
        }
    }

    private static ChatRequest From(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) return Faulty("请求应是一个 JSON 对象", null);
        if (!root.TryGetProperty("messages", out var messages)) return Faulty("缺少 messages", "messages");
        if (messages.ValueKind != JsonValueKind.Array || messages.GetArrayLength() == 0) return Faulty("messages 应是不为空的数组", "messages");
        if (!JsonBody.Flag(root, "stream", out var stream)) return Faulty("stream 应是 true 或 false", "stream");
        var usage = root.TryGetProperty("stream_options", out var options) && options.ValueKind == JsonValueKind.Object && JsonBody.Flag(options, "include_usage", out var wanted) && wanted;
        List<string> said = [];
        var (tokens, last) = (0, "");
        foreach (var message in messages.EnumerateArray())
        {
            if (message.ValueKind != JsonValueKind.Object || !message.TryGetProperty("role", out var role) || role.ValueKind != JsonValueKind.String) return Faulty("messages 的每一项都应有 role", "messages");
            if (ContentOf(message) is not { } content) return Faulty("content 应是文字，或由文字组成的数组", "messages");
            tokens += Tokens.Estimate(content);
            last = role.GetString()!;
            // Only what the user says is asked. System messages are instructions to a model that can be talked into things; this one cannot.
            if (last == "user") said.Add(content.Trim());
        }

        if (said.Count == 0 || last is not ("user" or "system" or "developer")) return Faulty("messages 的最后应是用户（user）的问题", "messages");
        if (QuestionRule.FaultOf(said[^1]) is { } fault) return Faulty(fault, "messages");
        IReadOnlyList<string> history = [.. said.SkipLast(1).Where(s => QuestionRule.FaultOf(s) is null).TakeLast(Remembered)];
        return new ChatRequest(said[^1], history, stream, usage, tokens);
    }

    /// <summary>Text, or the text parts of a list; null for anything else.</summary>
    private static string? ContentOf(JsonElement message)
    {
        if (!message.TryGetProperty("content", out var content) || content.ValueKind == JsonValueKind.Null) return "";
        if (content.ValueKind == JsonValueKind.String) return content.GetString();
        if (content.ValueKind != JsonValueKind.Array) return null;
        List<string> parts = [];
        foreach (var part in content.EnumerateArray())
        {
            if (part.ValueKind != JsonValueKind.Object) return null;
            if (part.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String) parts.Add(text.GetString()!);
        }

        return string.Join('\n', parts);
    }

    private static ChatRequest Faulty(string fault, string? param) => new("", [], false, false, 0) { Fault = fault, Param = param };
}
