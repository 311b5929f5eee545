using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PolicyQa.App.Channels.WeChat;
using PolicyQa.App.Configuration;

namespace PolicyQa.Tests.WeChat;

public sealed class CustomerServiceTests : IAsyncLifetime
{
    private readonly FakeTimeProvider time = new(DateTimeOffset.UnixEpoch.AddYears(55));
    private readonly HttpClient http = new();
    private FakeWeChat fake = null!;
    private AccessTokens tokens = null!;
    private CustomerService service = null!;

    public async ValueTask InitializeAsync()
    {
        fake = await FakeWeChat.StartAsync();
        Use("secret");
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        tokens.Dispose();
        await fake.DisposeAsync();
    }

    [Fact]
    public async Task A_message_is_raw_UTF_8()
    {
        Assert.True(await service.SendAsync("o1", "回答😀<a href=\"x\">"));
        Assert.Equal("""{"touser":"o1","msgtype":"text","text":{"content":"回答😀<a href=\"x\">"}}""", fake.Sent.Single());
    }

    [Fact]
    public async Task However_many_send_one_fetches_the_token()
    {
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 50).Select(i => service.SendAsync($"o{i}", "回答"))), Assert.True);
        Assert.Single(fake.Fetches);
        Assert.Single(fake.Tokens.Distinct());
    }

    [Fact]
    public async Task A_token_is_kept_until_five_minutes_before_its_end()
    {
        fake.RenewsUnforced = true;
        await service.SendAsync("o", "一");
        time.Advance(TimeSpan.FromMinutes(114));
        await service.SendAsync("o", "二");
        time.Advance(TimeSpan.FromMinutes(1));
        await service.SendAsync("o", "三");
        Assert.Equal(["token1", "token1", "token2"], fake.Tokens);
    }

    [Theory]
    [InlineData(40001, true)]
    [InlineData(40014, true)]
    [InlineData(42001, true)]
    [InlineData(40001, false)]
    public async Task A_refused_token_is_renewed_once_by_force_where_need_be(int code, bool renewsUnforced)
    {
        fake.RenewsUnforced = renewsUnforced;
        fake.Codes.Enqueue(code);
        Assert.True(await service.SendAsync("o", "回答"));
        Assert.Equal(["token1", "token2"], fake.Tokens);
        Assert.Equal(renewsUnforced ? [false, false] : [false, false, true], fake.Fetches);
    }

    [Fact]
    public async Task A_token_that_stays_refused_is_not_forced_again_and_again()
    {
        for (var i = 0; i < 40; i++) fake.Codes.Enqueue(40001);
        for (var i = 0; i < 10; i++) Assert.False(await service.SendAsync("o", "回答"));
        Assert.Equal(1, fake.Fetches.Count(force => force));
        Assert.True(fake.Sent.Count <= 20);
    }

    [Theory]
    [InlineData(45015)]
    [InlineData(45047)]
    [InlineData(48001)]
    [InlineData(-1)]
    public async Task Where_WeChat_does_not_let_us_nothing_is_tried_again(int code)
    {
        fake.Codes.Enqueue(code);
        Assert.False(await service.SendAsync("o", "回答"));
        Assert.Single(fake.Sent);
    }

    [Fact]
    public async Task A_wrong_secret_sends_nothing()
    {
        tokens.Dispose();
        Use("wrong");
        Assert.False(await service.SendAsync("o", "回答"));
        Assert.Empty(fake.Sent);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(45015, false)]
    [InlineData(45047, false)]
    public async Task The_longer_answer_is_sent_after_the_short_one_or_waits(int code, bool sent)
    {
        var slow = new SlowAnswerer();
        if (code != 0) fake.Codes.Enqueue(code);
        await using var server = await ChatServer.StartAsync(
            time, slow.PhraseAsync, "--WeChat:CustomerService:Enabled=true", "--WeChat:CustomerService:AppSecret=secret", $"--WeChat:CustomerService:ApiBaseUrl={fake.Url}/");
        var reply = server.AskAsync("补充多少教师", "o7");
        await slow.Begun;
        time.Advance(TimeSpan.FromSeconds(4));
        Assert.DoesNotContain("续", await reply);
        slow.Say("写得更长的回答。");
        for (var i = 0; i < 2000 && fake.Sent.IsEmpty; i++) await server.Client.GetAsync("/healthz");

        Assert.Contains("\"touser\":\"o7\"", fake.Sent.Single());
        Assert.Contains("写得更长的回答。", fake.Sent.Single());
        var more = Sentences.NothingMore;
        for (var i = 0; i < 500 && !sent && more == Sentences.NothingMore; i++) more = await server.AskAsync("续", "o7");
        if (sent) Assert.Equal(Sentences.NothingMore, await server.AskAsync("续", "o7"));
        else Assert.Contains("写得更长的回答。", more);
    }

    private void Use(string secret)
    {
        var account = new CustomerServiceAccount { AppId = ChatServer.Id, AppSecret = secret, ApiBaseUrl = fake.Url };
        tokens = new AccessTokens(http, account, time);
        service = new CustomerService(http, account, tokens, NullLogger<CustomerService>.Instance);
    }
}
