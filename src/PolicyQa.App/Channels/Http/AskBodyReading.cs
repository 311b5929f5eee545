using System.Text.Json;

namespace PolicyQa.App.Channels.Http;

/// <summary>A request body read as <see cref="AskBody"/>, or what is wrong with it. A bad question is an expected failure: a value.</summary>
/// <param name="Body">Null where it is faulty.</param>
/// <param name="Fault">In Chinese; null where all is well.</param>
internal sealed record AskBodyReading(AskBody? Body, string? Fault)
{
    /// <summary>Reads and checks the body.</summary>
    public static Task<AskBodyReading> FromAsync(HttpRequest request, CancellationToken cancellationToken) =>
        JsonBody.ReadAsync(request, """{"question":"…"}""", From, Faulty, cancellationToken);

    private static AskBodyReading From(JsonElement root)
    {
        if (!Text(root, "question", out var question)) return Faulty("“question”应是字符串");
        if (!Text(root, "conversationId", out var conversationId)) return Faulty("“conversationId”应是字符串");
        if (!Text(root, "department", out var department)) return Faulty("“department”应是字符串");
        if (!JsonBody.Flag(root, "explain", out var explain)) return Faulty("“explain”应是 true 或 false");
        if (question is null) return Faulty("缺少“question”");
        return Check(new AskBody(question.Trim(), conversationId, string.IsNullOrWhiteSpace(department) ? null : department.Trim(), explain));
    }

    /// <summary>The rules that hold for a question however it came.</summary>
    public static AskBodyReading Check(AskBody body)
    {
        if (QuestionRule.FaultOf(body.Question) is { } fault) return Faulty(fault);
        if (body.ConversationId is { } id && !Conversations.IsWellFormed(id)) return Faulty("“conversationId”只能由 1 到 64 个字母、数字、“-”和“_”组成");
        return body.Department is { Length: > QuestionRule.MaxLength } ? Faulty("“department”太长") : new AskBodyReading(body, null);
    }

    private static bool Text(JsonElement root, string name, out string? value)
    {
        value = null;
        if (!root.TryGetProperty(name, out var property) || property.ValueKind == JsonValueKind.Null) return true;
        if (property.ValueKind != JsonValueKind.String) return false;
        value = property.GetString();
        return true;
    }

    private static AskBodyReading Faulty(string fault) => new(null, fault);
}
