using System.Net.Http.Headers;
using System.Text.Json;
using PolicyQa.App.Configuration;

namespace PolicyQa.App.Channels.WeChat;

/// <summary>
/// The one place that fetches access tokens, by stable_token: repeated calls give the same token, so that other programs of
/// the account are not thrown out. However many wait, one fetches.
/// </summary>
internal sealed class AccessTokens(HttpClient http, CustomerServiceAccount account, TimeProvider time) : IDisposable
{
    // WeChat renews within the last five minutes.
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);
    // force_refresh: at most 20 a day, and 30 s apart.
    private static readonly TimeSpan ForceApart = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim one = new(1);
    private (string Token, long Since, TimeSpan Lifetime)? current;
    private long? forced;

    /// <summary>A token that should be good.</summary>
    /// <param name="refused">One that WeChat has just refused; null on the first try.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null where WeChat gives none.</returns>
    public async Task<string?> GetAsync(string? refused, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            // Whoever waited while another renewed takes what that one got.
            if (current is { } kept && kept.Token != refused && time.GetElapsedTime(kept.Since) < kept.Lifetime) return kept.Token;
            var token = await FetchAsync(force: false, cancellationToken);
            if (token is null || token != refused) return token;
            if (forced is { } last && time.GetElapsedTime(last) < ForceApart) return null;
            forced = time.GetTimestamp();
            return await FetchAsync(force: true, cancellationToken);
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<string?> FetchAsync(bool force, CancellationToken cancellationToken)
    {
        current = null;
        var body = BotJson.Write(json =>
        {
            json.WriteString("grant_type", "client_credential");
            json.WriteString("appid", account.AppId);
            json.WriteString("secret", account.AppSecret);
            json.WriteBoolean("force_refresh", force);
        });
        using var content = new StringContent(body, MediaTypeHeaderValue.Parse("application/json; charset=utf-8"));
        using var response = await http.PostAsync($"{account.ApiBaseUrl}/cgi-bin/stable_token", content, cancellationToken);
        if (BotJson.Parse(await response.Content.ReadAsStringAsync(cancellationToken)) is not { } answer) return null;
        var token = BotJson.Text(answer, "access_token");
        if (token.Length == 0) return null;
        var seconds = answer.TryGetProperty("expires_in", out var expires) && expires.ValueKind == JsonValueKind.Number && expires.TryGetInt32(out var given) ? given : 0;
        current = (token, time.GetTimestamp(), TimeSpan.FromSeconds(seconds) - RenewBefore);
        return token;
    }
}
