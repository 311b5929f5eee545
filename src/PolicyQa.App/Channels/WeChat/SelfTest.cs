using System.Net;
using System.Text.Json;
using PolicyQa.App.Channels.Http;
using PolicyQa.App.Configuration;

namespace PolicyQa.App.Channels.WeChat;

/// <summary>Tells whoever sets an account up which parameter is wrong. Shows no secret, and only to this machine.</summary>
internal sealed class SelfTest(IReadOnlyList<CallbackGate> gates, ChatSettings settings, TimeProvider time)
{
    /// <summary>A proxy on this machine connects from it too, but says for whom.</summary>
    public static bool IsLocal(HttpContext http) => Caller.IsDirect(http) && http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);

    /// <summary>All accounts; and, where parameters of a callback are given, what is wrong with that one.</summary>
    public string Report(string platform, CallbackQuery query, string body)
    {
        var asked = query.Signature.Length + query.MsgSignature.Length > 0;
        var gate = gates.FirstOrDefault(g => string.Equals(g.Account.Platform.ToString(), platform, StringComparison.OrdinalIgnoreCase)) ?? gates[0];
        var fault = asked ? Try(gate, query, body) : CallbackFault.None;
        return BotJson.Write(json =>
        {
            json.WriteBoolean("ok", fault == CallbackFault.None && gates.All(g => Checks(g).All(c => c.Ok)));
            json.WriteString("serverTime", time.GetUtcNow().ToString("O"));
            if (asked) Write(json, "request", Refusal.Of(gate.Account, gate.Seal, query, fault, time.GetUtcNow()));
            json.WriteStartArray("accounts");
            foreach (var each in gates) Write(json, each);
            json.WriteEndArray();
        });
    }

    private static CallbackFault Try(CallbackGate gate, CallbackQuery query, string body)
    {
        if (body.Length == 0) return gate.Verify(query).Fault;
        if (gate.Account.Platform == Platform.AiBot) return BotJson.Parse(body) is { } json ? gate.Open(query, BotJson.Text(json, "encrypt")).Fault : CallbackFault.Malformed;
        if (XmlFields.Parse(body) is not { } envelope) return CallbackFault.Malformed;
        var opened = gate.Open(query, body, envelope);
        return opened.Fault == CallbackFault.None && XmlFields.Parse(opened.Message!) is null ? CallbackFault.Malformed : opened.Fault;
    }

    private IEnumerable<(string Parameter, bool Ok, string Note)> Checks(CallbackGate gate)
    {
        var account = gate.Account;
        var token = account.Token.Length is >= 3 and <= 32 && account.Token.All(char.IsAsciiLetterOrDigit);
        yield return ($"{account.Section}:Token", token, token ? $"{account.Token.Length} 位" : "平台只接受 3 到 32 位字母和数字");
        yield return ($"{account.Section}:EncodingAESKey", true, account.Ciphers.Count switch { 0 => "没有设置：只收明文，建议改用安全模式", 1 => "43 位", _ => "43 位，另有一把旧的" });
        if (account.Platform != Platform.AiBot && gate.Seal.HasKey)
        {
            var known = account.ReceiveId.StartsWith("wx", StringComparison.Ordinal) || (account.Platform == Platform.WeCom && account.ReceiveId.StartsWith("ww", StringComparison.Ordinal));
            yield return ($"{account.Section}:{account.ReceiveIdName}", known, known ? "已设置" : $"通常以 {(account.Platform == Platform.WeCom ? "ww" : "wx")} 开头");
        }

        yield return ("Site:BaseUrl", true, settings.SiteUrl ?? "没有设置：回答里没有原文链接");
    }

    private void Write(Utf8JsonWriter json, CallbackGate gate)
    {
        json.WriteStartObject();
        json.WriteString("account", gate.Account.Section);
        json.WriteStartArray("checks");
        foreach (var (parameter, ok, note) in Checks(gate))
        {
            json.WriteStartObject();
            json.WriteString("parameter", parameter);
            json.WriteBoolean("ok", ok);
            json.WriteString("note", note);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (gate.LastRefusal is { } refusal) Write(json, "lastRefusal", refusal);
        else json.WriteNull("lastRefusal");
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, Refusal refusal)
    {
        json.WriteStartObject(name);
        json.WriteBoolean("ok", refusal.Fault == CallbackFault.None);
        json.WriteString("at", refusal.At.ToString("O"));
        json.WriteNumber("code", (int)refusal.Fault);
        json.WriteString("parameter", refusal.Parameter);
        json.WriteString("explanation", refusal.Explanation);
        json.WriteEndObject();
    }
}
