using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using PolicyQa.App.Identity;
using PolicyQa.Tests.Http;

namespace PolicyQa.Tests.Admin;

/// <summary>An official with a browser that runs no scripts: keeps cookies, fills in the forms that pages show.</summary>
internal sealed class Official : IDisposable
{
    public const string Name = "张三";
    public const string Password = "春天里的花会开 2026";

    private readonly HttpClientHandler handler = new() { AllowAutoRedirect = false };

    public Official(WebServer server) => Client = new HttpClient(handler) { BaseAddress = server.Client.BaseAddress };

    public HttpClient Client { get; }

    public CookieCollection Cookies => handler.CookieContainer.GetCookies(Client.BaseAddress!);

    /// <summary>The first account of a fresh server, signed in.</summary>
    public static async Task<Official> FirstAsync(WebServer server)
    {
        var official = new Official(server);
        var secret = await server.Services.GetRequiredService<SetupLinks>().ForFirstAccountAsync(CancellationToken.None);
        using var entered = await official.SubmitAsync($"/admin/setup?link={secret}", "/admin/setup", ("name", Name), ("password", Password), ("again", Password));
        Assert.Equal("/admin", entered.Headers.Location?.ToString());
        return official;
    }

    /// <summary>What a page shows; redirects are not followed.</summary>
    public async Task<(HttpStatusCode Status, IHtmlDocument Page)> GetAsync(string path)
    {
        using var response = await Client.GetAsync(path);
        return (response.StatusCode, new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync()));
    }

    /// <summary>Opens a page, fills in its form that goes to <paramref name="action"/>, sends it.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var (_, document) = await GetAsync(page);
        var form = document.Forms.First(f => f.Method == "post" && f.GetAttribute("action") == action && fields.All(v => f.Elements[v.Name] is not IHtmlInputElement { Type: "hidden" } hidden || hidden.Value == v.Value));
        var all = form.Elements.OfType<IHtmlInputElement>().Where(i => i.Name is { Length: > 0 } && (i.Type != "checkbox" || i.IsChecked)).ToDictionary(i => i.Name!, i => i.Value, StringComparer.Ordinal);
        foreach (var (name, value) in fields) all[name] = value;
        return await PostAsync(action, all);
    }

    public async Task<HttpResponseMessage> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await Client.PostAsync(path, content);
    }

    public Task<HttpResponseMessage> SignInAsync(string password = Password, string name = Name) => SubmitAsync("/admin/sign-in", "/admin/sign-in", ("name", name), ("password", password));

    public void Dispose()
    {
        Client.Dispose();
        handler.Dispose();
    }
}
