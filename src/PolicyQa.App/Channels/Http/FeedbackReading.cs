using System.Text.Json;

namespace PolicyQa.App.Channels.Http;

/// <summary>The body of POST /api/feedback, {"question","useful"}, or what is wrong with it.</summary>
/// <param name="Question">The question as it was asked; null where the body is faulty.</param>
/// <param name="Useful">Whether the answer helped.</param>
/// <param name="Fault">In Chinese; null where all is well.</param>
internal sealed record FeedbackReading(string? Question, bool Useful, string? Fault)
{
    /// <summary>Reads and checks the body; fields it does not know are ignored.</summary>
    public static Task<FeedbackReading> FromAsync(HttpRequest request, CancellationToken cancellationToken) =>
        JsonBody.ReadAsync(request, """{"question":"…","useful":true}""", From, Faulty, cancellationToken);

    private static FeedbackReading From(JsonElement root)
    {
        if (!root.TryGetProperty("useful", out var useful) || useful.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) return Faulty("“useful”应是 true 或 false");
        if (!root.TryGetProperty("question", out var asked) || asked.ValueKind != JsonValueKind.String) return Faulty("“question”应是字符串");
        var question = asked.GetString()!.Trim();
        return QuestionRule.FaultOf(question) is { } fault ? Faulty(fault) : new FeedbackReading(question, useful.GetBoolean(), null);
    }

    private static FeedbackReading Faulty(string fault) => new(null, false, fault);
}
