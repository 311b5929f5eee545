using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PolicyQa.App.Channels.Http;
using PolicyQa.App.Configuration;
using PolicyQa.Tests.Http;

namespace PolicyQa.Tests.Operations;

/// <summary>How much one client, and all of them, may ask; and whom the server believes about who asks.</summary>
public sealed class LimitTests
{
    private const string Question = "/api/passages?q=x";

    [Fact]
    public void An_allowance_may_be_spent_at_once_and_flows_back_evenly()
    {
        var time = new FakeTimeProvider();
        var allowances = Allowances(time, perMinute: 6);
        var client = IPAddress.Parse("192.0.2.1");
        for (var i = 0; i < 6; i++) Assert.Null(allowances.Take(client).Reason);

        Assert.Equal((Rejection.Client, TimeSpan.FromSeconds(10)), allowances.Take(client));
        // Asking in vain costs nothing.
        Assert.Equal(TimeSpan.FromSeconds(10), allowances.Take(client).Wait);
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Null(allowances.Take(client).Reason);
        Assert.Equal(Rejection.Client, allowances.Take(client).Reason);
        Assert.Null(allowances.Take(IPAddress.Parse("192.0.2.2")).Reason);
    }

    [Fact]
    public void Everybody_together_has_an_allowance_too()
    {
        var allowances = Allowances(new FakeTimeProvider(), perMinute: 0, total: 3);
        for (var i = 0; i < 3; i++) Assert.Null(allowances.Take(new IPAddress([192, 0, 2, (byte)i])).Reason);
        Assert.Equal((Rejection.Total, TimeSpan.FromSeconds(20)), allowances.Take(IPAddress.Parse("192.0.2.9")));
    }

    [Fact]
    public void What_is_remembered_of_clients_is_bounded_and_forgotten_after_a_minute()
    {
        var time = new FakeTimeProvider();
        var allowances = Allowances(time, perMinute: 1);
        for (var i = 0; i < QuestionAllowances.MostClients + 100; i++) allowances.Take(new IPAddress(i));
        Assert.Equal(QuestionAllowances.MostClients, allowances.Count);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, allowances.Count);
    }

    [Theory]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    public void One_subscriber_is_one_client(string a, string b, bool same) =>
        Assert.Equal(same, QuestionAllowances.KeyOf(IPAddress.Parse(a)) == QuestionAllowances.KeyOf(IPAddress.Parse(b)));

    [Theory]
    [InlineData("--ForwardedHeaders:KnownProxies=127.0.0.1", 200)]
    [InlineData("--ForwardedHeaders:KnownNetworks=127.0.0.0/8", 200)]
    [InlineData("--ForwardedHeaders:KnownProxies=192.0.2.7", 429)]
    [InlineData("--RateLimit:Queue=9", 429)]
    public async Task Clients_are_told_apart_behind_a_proxy_that_is_known_and_no_other(string proxies, int second)
    {
        await using var server = await WebServer.StartAsync(switches: ["--RateLimit:PerMinute=1", proxies]);
        Assert.Equal(200, await AskFor("192.0.2.1"));
        Assert.Equal(second, await AskFor("192.0.2.2"));
        // A client may write the header, too: only what the proxy itself added counts.
        Assert.Equal(429, await AskFor("192.0.2.99, 192.0.2.1"));

        async Task<int> AskFor(string client)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Question);
            request.Headers.Add("X-Forwarded-For", client);
            using var response = await server.Client.SendAsync(request);
            return (int)response.StatusCode;
        }
    }

    [Theory]
    [InlineData("--ForwardedHeaders:KnownProxies=127.0.0.1", "/", true)]
    [InlineData("--ForwardedHeaders:KnownProxies=127.0.0.1", "/nothing", true)]
    [InlineData("--ForwardedHeaders:KnownProxies=192.0.2.7", "/", false)]
    public async Task Browsers_are_held_to_TLS_where_a_known_proxy_speaks_it(string proxies, string path, bool held)
    {
        await using var server = await WebServer.StartAsync(switches: [proxies]);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Forwarded-For", "192.0.2.1");
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var response = await server.Client.SendAsync(request);
        Assert.Equal(held, response.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task When_all_places_are_taken_the_next_is_turned_away_at_once_and_afterwards_all_is_as_before()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var entered = new SemaphoreSlim(0);
        await using var server = await WebServer.StartAsync(
            add: app => app.MapGet("/slow", async () =>
            {
                entered.Release();
                await release.Task;
                return "done";
            }).RequireRateLimiting(RateLimit.Policy),
            switches: ["--RateLimit:Concurrent=2", "--RateLimit:Queue=0"]);
        Task<HttpResponseMessage>[] slow = [server.Client.GetAsync("/slow"), server.Client.GetAsync("/slow")];
        foreach (var _ in slow) await entered.WaitAsync(TestContext.Current.CancellationToken);

        using var refused = await server.Client.PostAsJsonAsync("/api/ask", new { question = "甲" });

        Assert.Equal(429, (int)refused.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), refused.Headers.RetryAfter!.Delta);
        Assert.Contains("title", await refused.Content.ReadAsStringAsync());
        // Operations look in all the same.
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync("/readyz")).StatusCode);
        release.SetResult();
        foreach (var one in slow) Assert.Equal("done", await (await one).Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync(Question)).StatusCode);
        Assert.Equal(0, server.Services.GetRequiredService<AnswerPlaces>().Taken);
    }

    [Fact]
    public async Task Who_sends_or_reads_slowly_holds_no_place()
    {
        await using var server = await WebServer.StartAsync(switches: ["--RateLimit:Concurrent=1", "--RateLimit:Queue=0"]);
        using var slow = await RawRequest.SendAsync(server.Client.BaseAddress!, "POST /api/ask HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"question\"");

        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync(Question)).StatusCode);
    }

    [Theory]
    [InlineData("--ForwardedHeaders:KnownProxies=proxy", "“proxy”不是 IP 地址")]
    [InlineData("--ForwardedHeaders:KnownNetworks=10.0.0.0", "“10.0.0.0”不是网段")]
    [InlineData("--RateLimit:Concurrent=0", "RateLimit:Concurrent")]
    [InlineData("--RateLimit:TotalPerMinute=-1", "RateLimit:TotalPerMinute")]
    [InlineData("--Metrics:Access=everyone", "Metrics:Access")]
    [InlineData("--Telemetry:OtlpEndpoint=collector", "Telemetry:OtlpEndpoint")]
    [InlineData("--Telemetry:OtlpProtocol=soap", "Telemetry:OtlpProtocol")]
    [InlineData("--Logging:Format=xml", "Logging:Format")]
    public void A_wrong_setting_is_named(string named, string told) =>
        Assert.Contains(told, Assert.Throws<PolicyQa.App.UserErrorException>(() => Settings.Load(null, [named])).Message);

    private static QuestionAllowances Allowances(TimeProvider time, int perMinute, int total = 0) =>
        new(new LiveSettings(Settings.Load(null, [$"--RateLimit:PerMinute={perMinute}", $"--RateLimit:TotalPerMinute={total}"])), time);
}
