using System.Net.Http.Headers;
using PolicyQa.App.Configuration;

namespace PolicyQa.App.Channels.WeChat;

/// <summary>Messages that are no reply: the customer-service API. Bodies are never encrypted.</summary>
internal sealed class CustomerService(HttpClient http, CustomerServiceAccount account, AccessTokens tokens, ILogger<CustomerService> logger)
{
    private const int Tries = 2;

    /// <summary>False where WeChat does not let us: the window of 48 hours is closed (45015), the quota used up (45047), no permission.</summary>
    public async Task<bool> SendAsync(string openId, string text, CancellationToken cancellationToken = default)
    {
        string? refused = null;
        for (var i = 0; i < Tries; i++)
        {
            if (await tokens.GetAsync(refused, cancellationToken) is not { } token)
            {
                Log.NoAccessToken(logger);
                return false;
            }

            var code = await PostAsync(openId, text, token, cancellationToken);
            if (code == "0") return true;
            if (code is not ("40001" or "40014" or "42001"))
            {
                Log.CustomerMessageRefused(logger, code, Meaning(code));
                return false;
            }

            refused = token;
        }

        Log.NoAccessToken(logger);
        return false;
    }

    private async Task<string> PostAsync(string openId, string text, string token, CancellationToken cancellationToken)
    {
        var body = BotJson.Write(json =>
        {
            json.WriteString("touser", openId);
            json.WriteString("msgtype", "text");
            json.WriteStartObject("text");
            json.WriteString("content", text);
            json.WriteEndObject();
        });
        using var content = new StringContent(body, MediaTypeHeaderValue.Parse("application/json; charset=utf-8"));
        using var response = await http.PostAsync($"{account.ApiBaseUrl}/cgi-bin/message/custom/send?access_token={Uri.EscapeDataString(token)}", content, cancellationToken);
        if (BotJson.Parse(await response.Content.ReadAsStringAsync(cancellationToken)) is not { } answer) return $"HTTP {(int)response.StatusCode}";
        return BotJson.Text(answer, "errcode") is { Length: > 0 } code ? code : $"HTTP {(int)response.StatusCode}";
    }

    private static string Meaning(string code) => code switch
    {
        "45015" => "用户超过 48 小时没有发消息",
        "45047" => "这次能发的条数用完了",
        "45002" => "内容太长",
        "45009" => "今天的接口次数用完了",
        "48001" => "公众号没有客服接口权限",
        "40164" => "服务器 IP 不在白名单",
        _ => "见微信的错误码说明",
    };
}
