using System.Net;
using System.Net.Http.Json;
using PolicyQa.App;
using PolicyQa.App.Configuration;

namespace PolicyQa.Tests.Http;

/// <summary>Whose pages may call the API from a browser.</summary>
public sealed class CrossOriginTests
{
    [Theory]
    [InlineData("", "http://localhost:8000", true)]
    [InlineData("", "https://127.0.0.1", true)]
    [InlineData("", "null", true)]
    [InlineData("", "https://www.example.gov.cn", false)]
    [InlineData("", "http://localhost.evil.cn", false)]
    [InlineData("https://www.example.gov.cn", "https://www.example.gov.cn", true)]
    [InlineData("https://www.example.gov.cn/", "https://www.example.gov.cn", true)]
    [InlineData("https://www.example.gov.cn", "http://www.example.gov.cn", false)]
    [InlineData("https://www.example.gov.cn", "https://www.example.gov.cn.evil.cn", false)]
    [InlineData("https://www.example.gov.cn", "http://localhost:8000", false)]
    [InlineData("https://www.example.gov.cn", "null", false)]
    [InlineData("https://a.gov.cn, https://b.gov.cn:8443", "https://b.gov.cn:8443", true)]
    [InlineData("*", "https://anyone.cn", true)]
    public void Named_origins_may_and_where_none_is_named_this_machine_may(string named, string origin, bool allowed) =>
        Assert.Equal(allowed, new AllowedOrigins(named.Split(',')).Allows(origin));

    [Theory]
    [InlineData("www.example.gov.cn")]
    [InlineData("https://www.example.gov.cn/path")]
    [InlineData("ftp://example.cn")]
    [InlineData("https://user@example.cn")]
    public void What_is_no_origin_is_named_at_start(string named) =>
        Assert.Contains($"“{named}”不是网站来源", Assert.Throws<UserErrorException>(() => Settings.Load(null, [$"--Api:AllowedOrigins:0={named}"])).Message);

    [Fact]
    public async Task A_named_page_reads_answers_and_how_long_to_wait_and_no_other_does()
    {
        await using var server = await WebServer.StartAsync(switches: ["--Api:AllowedOrigins:0=https://a.gov.cn", "--RateLimit:PerMinute=2"]);
        Assert.Equal("https://a.gov.cn", await Ask("https://a.gov.cn", HttpStatusCode.OK));
        Assert.Null(await Ask("https://b.cn", HttpStatusCode.OK));
        Assert.Equal("https://a.gov.cn", await Ask("https://a.gov.cn", HttpStatusCode.TooManyRequests));

        async Task<string?> Ask(string origin, HttpStatusCode expected)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ask") { Content = JsonContent.Create(new { question = "补充多少教师" }) };
            request.Headers.Add("Origin", origin);
            using var response = await server.Client.SendAsync(request);
            Assert.Equal(expected, response.StatusCode);
            Assert.False(response.Headers.Contains("Access-Control-Allow-Credentials"));
            if (expected == HttpStatusCode.TooManyRequests) Assert.Equal("Retry-After", Assert.Single(response.Headers.GetValues("Access-Control-Expose-Headers")));
            return response.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? Assert.Single(values) : null;
        }
    }

    [Fact]
    public async Task A_browser_that_asks_first_is_told_what_it_may_send()
    {
        await using var server = await WebServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/ask");
        request.Headers.Add("Origin", "http://localhost:8000");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "content-type");
        using var response = await server.Client.SendAsync(request);
        Assert.Equal("http://localhost:8000", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Contains("Content-Type", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Headers")));
    }
}
