using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PolicyQa.App.Data;
using PolicyQa.App.Identity;
using PolicyQa.Tests.Http;

namespace PolicyQa.Tests.Admin;

/// <summary>Coming in at /admin, and being kept out.</summary>
public sealed class SignInTests
{
    [Fact]
    public async Task The_first_account_comes_of_a_link_that_works_once()
    {
        await using var server = await WebServer.StartAsync();
        var links = server.Services.GetRequiredService<SetupLinks>();
        var older = await links.ForFirstAccountAsync(CancellationToken.None);
        using var official = new Official(server);
        var secret = await links.ForFirstAccountAsync(CancellationToken.None);
        Assert.Equal(HttpStatusCode.NotFound, (await official.GetAsync($"/admin/setup?link={older}")).Status);
        using (var shortOne = await official.SubmitAsync($"/admin/setup?link={secret}", "/admin/setup", ("name", "张三"), ("password", "太短了"), ("again", "太短了")))
            Assert.Contains("密码太短", await shortOne.Content.ReadAsStringAsync());
        using (var other = await official.SubmitAsync($"/admin/setup?link={secret}", "/admin/setup", ("name", "张三"), ("password", Official.Password), ("again", "别的")))
            Assert.Contains("不一样", await other.Content.ReadAsStringAsync());
        using var entered = await official.SubmitAsync($"/admin/setup?link={secret}", "/admin/setup", ("name", "张三"), ("password", Official.Password), ("again", Official.Password));
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await official.GetAsync("/admin")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await official.GetAsync($"/admin/setup?link={secret}")).Status);
        Assert.Null(await links.ForFirstAccountAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_link_ends_after_a_day()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var server = await WebServer.StartAsync(time: time);
        var secret = await server.Services.GetRequiredService<SetupLinks>().ForFirstAccountAsync(CancellationToken.None);
        using var official = new Official(server);
        Assert.Equal(HttpStatusCode.OK, (await official.GetAsync($"/admin/setup?link={secret}")).Status);
        time.Advance(SetupLinks.Lifetime);
        Assert.Equal(HttpStatusCode.NotFound, (await official.GetAsync($"/admin/setup?link={secret}")).Status);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_a_name_for_a_quarter_of_an_hour_whether_or_not_there_is_such_an_account()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var server = await WebServer.StartAsync(time: time);
        using (await Official.FirstAsync(server)) { }
        using var guesser = new Official(server);
        foreach (var name in (string[])[Official.Name, "没有这个人"])
        {
            List<string> said = [];
            for (var i = 1; i <= SignIn.MostFailures; i++)
            {
                using var refused = await guesser.SignInAsync("错的密码错的密码", name);
                Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
                said.Add(new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await refused.Content.ReadAsStringAsync()).QuerySelector(".fault")!.TextContent);
            }

            Assert.Equal([.. Enumerable.Repeat("用户名或密码不对。", SignIn.MostFailures - 1), "试错 5 次，这个用户名已锁定，请 15 分钟后再试。"], said);
        }

        using (var locked = await guesser.SignInAsync()) Assert.Equal(HttpStatusCode.BadRequest, locked.StatusCode);
        time.Advance(TimeSpan.FromMinutes(15));
        using var entered = await guesser.SignInAsync();
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
    }

    [Fact]
    public async Task A_session_ends_when_signed_out_when_idle_and_after_half_a_day()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var server = await WebServer.StartAsync(time: time, switches: "--Admin:IdleMinutes=30");
        using var official = await Official.FirstAsync(server);
        var stolen = official.Cookies["policyqa-admin"]!.Value;
        using (var left = await official.SubmitAsync("/admin", "/admin/sign-out")) Assert.Equal("/admin/sign-in", left.Headers.Location?.ToString());
        using (var thief = new Official(server))
        {
            thief.Client.DefaultRequestHeaders.Add("Cookie", $"policyqa-admin={stolen}");
            Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/admin")).Status);
        }

        using (await official.SignInAsync()) time.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(HttpStatusCode.OK, (await official.GetAsync("/admin")).Status);
        time.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(HttpStatusCode.OK, (await official.GetAsync("/admin")).Status);
        time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(HttpStatusCode.Redirect, (await official.GetAsync("/admin")).Status);

        using (await official.SignInAsync())
        {
            for (var i = 0; i < 24; i++)
            {
                Assert.Equal(HttpStatusCode.OK, (await official.GetAsync("/admin")).Status);
                time.Advance(TimeSpan.FromMinutes(29.9));
            }
        }

        time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(HttpStatusCode.Redirect, (await official.GetAsync("/admin")).Status);
    }

    [Fact]
    public async Task A_changed_password_ends_every_other_session()
    {
        await using var server = await WebServer.StartAsync();
        using var official = await Official.FirstAsync(server);
        using var elsewhere = new Official(server);
        using (await elsewhere.SignInAsync()) Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync("/admin")).Status);
        const string fresh = "秋天里的叶会落 2027";
        using (var wrong = await official.SubmitAsync("/admin/accounts", "/admin/accounts/password", ("old", "不是这个密码呀"), ("password", fresh), ("again", fresh)))
            Assert.Contains("现在的密码不对", await wrong.Content.ReadAsStringAsync());
        using (await official.SubmitAsync("/admin/accounts", "/admin/accounts/password", ("old", Official.Password), ("password", fresh), ("again", fresh))) { }
        Assert.Equal(HttpStatusCode.OK, (await official.GetAsync("/admin")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/admin")).Status);
        using (var old = await elsewhere.SignInAsync()) Assert.Equal(HttpStatusCode.BadRequest, old.StatusCode);
        using var entered = await elsewhere.SignInAsync(fresh);
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
    }

    [Fact]
    public async Task A_form_that_this_site_did_not_make_is_not_taken()
    {
        await using var server = await WebServer.StartAsync();
        using var official = await Official.FirstAsync(server);
        using (var forged = await official.PostAsync("/admin/keys", [new("name", "坏人")])) Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        using (var json = await official.Client.PostAsync("/admin/keys", new StringContent("{}", System.Text.Encoding.UTF8, "application/json"))) Assert.Equal(HttpStatusCode.BadRequest, json.StatusCode);
        await using var data = await server.Services.GetRequiredService<DataStore>().OpenAsync(CancellationToken.None);
        Assert.Empty(await data.MachineKeys.ToListAsync());
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_of_other_sites()
    {
        await using var server = await WebServer.StartAsync();
        using var official = await Official.FirstAsync(server);
        using var entered = await official.SignInAsync();
        var cookie = Assert.Single(entered.Headers.GetValues("Set-Cookie"), c => c.StartsWith("policyqa-admin", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=strict", cookie);
        Assert.Contains("no-store", (await official.Client.GetAsync("/admin")).Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("/admin/accounts", "/admin/accounts")]
    [InlineData("https://elsewhere.example/", "/admin")]
    [InlineData("//elsewhere.example/admin/", "/admin")]
    [InlineData("/admin/..\\elsewhere", "/admin")]
    [InlineData("", "/admin")]
    public async Task Who_signs_in_comes_back_to_the_page_but_never_to_another_site(string to, string comesTo)
    {
        await using var server = await WebServer.StartAsync();
        using (await Official.FirstAsync(server)) { }
        using var official = new Official(server);
        using var entered = await official.SubmitAsync($"/admin/sign-in?to={Uri.EscapeDataString(to)}", "/admin/sign-in", ("name", Official.Name), ("password", Official.Password));
        Assert.Equal(comesTo, entered.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/keys")]
    [InlineData("/admin/accounts")]
    [InlineData("/admin/audit")]
    public async Task Nobody_sees_a_page_without_signing_in_and_switched_off_there_is_none(string path)
    {
        await using (var server = await WebServer.StartAsync())
        {
            using var nobody = new Official(server);
            Assert.Equal(HttpStatusCode.Redirect, (await nobody.GetAsync(path)).Status);
        }

        await using var without = await WebServer.StartAsync(switches: "--Admin:Enabled=false");
        Assert.Equal(HttpStatusCode.NotFound, (await without.Client.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await without.Client.GetAsync("/api/admin/export")).StatusCode);
    }

    [Fact]
    public async Task A_key_made_here_opens_until_it_is_revoked_and_is_shown_once()
    {
        await using var server = await WebServer.StartAsync(switches: "--Api:RequireKey=true");
        using var official = await Official.FirstAsync(server);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Client.GetAsync("/v1/models")).StatusCode);
        using var made = await official.SubmitAsync("/admin/keys", "/admin/keys", ("name", "门户<网站>"));
        var key = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await made.Content.ReadAsStringAsync()).QuerySelector("#secret")!.TextContent;
        server.Client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync("/v1/models")).StatusCode);
        var (_, page) = await official.GetAsync("/admin/keys");
        Assert.Contains("门户<网站>", page.Body!.TextContent);
        Assert.DoesNotContain(key, page.Body.TextContent);
        using (await official.SubmitAsync("/admin/keys", "/admin/keys/revoke")) { }
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Client.GetAsync("/v1/models")).StatusCode);
        var (_, audit) = await official.GetAsync("/admin/audit");
        Assert.Contains("吊销密钥 门户<网站>", audit.Body!.TextContent);
    }

    [Fact]
    public async Task A_colleague_gets_a_link_and_can_be_shut_out()
    {
        await using var server = await WebServer.StartAsync();
        using var official = await Official.FirstAsync(server);
        using var linked = await official.SubmitAsync("/admin/accounts", "/admin/accounts/link");
        var link = new Uri(new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await linked.Content.ReadAsStringAsync()).QuerySelector("#secret")!.TextContent).PathAndQuery;
        using var colleague = new Official(server);
        using (var taken = await colleague.SubmitAsync(link, "/admin/setup", ("name", "ＺＨＡＮＧ"), ("password", Official.Password), ("again", Official.Password))) Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await colleague.GetAsync("/admin")).Status);
        using (await official.SubmitAsync("/admin/accounts", "/admin/accounts/disable", ("id", "2"))) { }
        Assert.Equal(HttpStatusCode.Redirect, (await colleague.GetAsync("/admin")).Status);
        using var refused = await colleague.SignInAsync(name: "zhang");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }
}
