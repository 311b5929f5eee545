using System.Text.Json;

namespace PolicyQa.App.Channels.Http;

/// <summary>The body of POST /api/feedback, {"question","useful"}, or what is wrong with it.</summary>
/// <param name="Question">The question as it was asked; null where the body is faulty.</param>
/// <param name="Useful">Whether the answer helped.</param>
/// <param name="Fault">In Chinese; null where all is well.</param>
internal sealed record FeedbackReading(string? Question, bool Useful, string? Fault)
{
    /// <summary>Reads and checks the body; fields it does not know are ignored.</summary>
    public static async Task<FeedbackReading> FromAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType()) return Faulty("请求应是 JSON（Content-Type: application/json）");
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellationToken);
            return From(document.RootElement);
        }
        catch (JsonException)
        {
            return Faulty("请求的内容不是合法的 JSON");
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair (\ud800): valid JSON, but no text.
            return Faulty("请求里有不完整的字符");
        }
    }

    private static FeedbackReading From(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) return Faulty("请求应是一个 JSON 对象，如 {\"question\":\"…\",\"useful\":true}");
        if (!root.TryGetProperty("useful", out var useful) || useful.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) return Faulty("“useful”应是 true 或 false");
        if (!root.TryGetProperty("question", out var asked) || asked.ValueKind != JsonValueKind.String) return Faulty("“question”应是字符串");
        var question = asked.GetString()!.Trim();
        return QuestionRule.FaultOf(question) is { } fault ? Faulty(fault) : new FeedbackReading(question, useful.GetBoolean(), null);
    }

    private static FeedbackReading Faulty(string fault) => new(null, false, fault);
}
