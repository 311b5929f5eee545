using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PolicyQa.App;
using PolicyQa.App.Identity;
using PolicyQa.Tests.Http;

namespace PolicyQa.Tests.Publishing;

/// <summary>The real server over a corpus folder of its own, with an official who has signed in.</summary>
internal sealed class DeskServer : IAsyncDisposable
{
    private readonly TemporaryFolder folder;
    private readonly HtmlParser html = new();
    private readonly string cookie;

    private DeskServer(TemporaryFolder folder, WebServer web, WebApplication app, string cookie)
    {
        this.folder = folder;
        this.cookie = cookie;
        Web = web;
        App = app;
        var handler = new SocketsHttpHandler { CookieContainer = new CookieContainer() };
        handler.CookieContainer.Add(web.Client.BaseAddress!, new System.Net.Cookie("policyqa-admin", cookie));
        Client = new HttpClient(handler) { BaseAddress = web.Client.BaseAddress };
    }

    public WebServer Web { get; }

    public WebApplication App { get; }

    /// <summary>Signed in.</summary>
    public HttpClient Client { get; }

    public string Corpus => Path.Combine(folder.Path, "corpus");

    public string Data => Path.Combine(folder.Path, "data");

    public QaEngine Engine => Web.Engines.Engine;

    public static async Task<DeskServer> StartAsync(string page = Desk.Education, TimeProvider? time = null, params string[] switches)
    {
        var place = new TemporaryFolder();
        File.WriteAllText(Path.Combine(place.Folder("corpus"), "edu.txt"), page);
        WebApplication? app = null;
        var web = await WebServer.StartAsync(
            ready: false,
            time,
            add: a => app = a,
            switches: [$"--Corpus:Path={Path.Combine(place.Path, "corpus")}", $"--Index:Path={Path.Combine(place.Path, "data", "index")}", .. switches]);
        web.Engines.Publish(new EngineSnapshot(app!.Services.GetRequiredService<Workspace>().Open(out _)));
        var links = app.Services.GetRequiredService<SetupLinks>();
        var (account, fault) = await links.UseAsync(await links.NewAsync(null, "测试", CancellationToken.None), "王主任", "一句好记的话就行了吧，够长", CancellationToken.None);
        Assert.Null(fault);
        return new DeskServer(place, web, app, await app.Services.GetRequiredService<Sessions>().BeginAsync(account!.Value, CancellationToken.None));
    }

    /// <summary>Signs a browser's page in.</summary>
    public Task SignInAsync(IPage page) => page.Context.AddCookiesAsync([new Microsoft.Playwright.Cookie { Name = "policyqa-admin", Value = cookie, Url = Client.BaseAddress!.ToString() }]);

    public async Task<IHtmlDocument> GetAsync(string path) => html.ParseDocument(await Client.GetStringAsync(path));

    /// <summary>Sends the form on a page whose action ends so, with its hidden fields and these.</summary>
    public async Task<(HttpStatusCode Status, string Path, IHtmlDocument Page)> PostAsync(IHtmlDocument page, string action, params (string Name, string Value)[] fields)
    {
        var form = page.QuerySelectorAll("form[method=post]").First(f => f.GetAttribute("action")!.EndsWith(action, StringComparison.Ordinal));
        var hidden = form.QuerySelectorAll("input[type=hidden]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? "")).Where(h => fields.All(f => f.Name != h.Key));
        return await ReadAsync(await Client.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent([.. hidden, .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))])));
    }

    public async Task<(HttpStatusCode Status, string Path, IHtmlDocument Page)> UploadAsync(params (string Name, byte[] Content)[] files)
    {
        var token = (await GetAsync("/admin/corpus")).QuerySelector("form.upload input[name=token]")!.GetAttribute("value")!;
        using var content = new MultipartFormDataContent { { new StringContent(token), "token" } };
        foreach (var (name, bytes) in files) content.Add(new ByteArrayContent(bytes), "files", name);
        return await ReadAsync(await Client.PostAsync("/admin/corpus/upload", content));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Web.DisposeAsync();
        folder.Dispose();
    }

    private async Task<(HttpStatusCode Status, string Path, IHtmlDocument Page)> ReadAsync(HttpResponseMessage response)
    {
        using (response) return (response.StatusCode, response.RequestMessage!.RequestUri!.PathAndQuery, html.ParseDocument(await response.Content.ReadAsStringAsync()));
    }
}
