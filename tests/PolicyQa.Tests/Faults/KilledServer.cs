using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace PolicyQa.Tests.Faults;

/// <summary>The real program in a process of its own, started and killed again and again over one folder, and an official who is signed in.</summary>
internal sealed partial class KilledServer(string folder) : IDisposable
{
    private const string Password = "一句好记的话就行了吧，够长";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CookieContainer cookies = new();
    private readonly HtmlParser html = new();
    private Process? process;
    private Task<string>? errors;

    public HttpClient Client { get; private set; } = new();

    /// <summary>What it said on standard error, once it is dead.</summary>
    public string Errors => errors?.IsCompletedSuccessfully == true ? errors.Result : "";

    public void Start()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PolicyQa.App.dll"), "serve", "--urls=http://127.0.0.1:0", $"--corpus={Path.Combine(folder, "corpus")}", $"--index={Path.Combine(folder, "data", "index")}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        process = Process.Start(start)!;
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Waits until questions are answered; the first time, makes the account.</summary>
    public async Task ReadyAsync()
    {
        var line = await process!.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        var address = Address().Match(line ?? "");
        if (!address.Success) throw new InvalidOperationException($"the start printed: {line}");
        Client.Dispose();
        Client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = new Uri(address.Value), Timeout = Patience };
        using (var articles = await Client.GetAsync("/api/articles")) articles.EnsureSuccessStatusCode();
        if (cookies.Count > 1) return;
        var link = SetupLink().Match(await process.StandardOutput.ReadLineAsync().WaitAsync(Patience) ?? "").Value;
        await PostAsync("/admin/setup?link=" + link, "/admin/setup", ("link", link), ("name", "王主任"), ("password", Password), ("again", Password));
    }

    public void Kill()
    {
        if (process is null) return;
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        process = null;
    }

    public async Task<IHtmlDocument> GetAsync(string path) => html.ParseDocument(await Client.GetStringAsync(path));

    /// <summary>Fills in the form that a page shows, sends it, and shows where that leads.</summary>
    public async Task<(string Path, IHtmlDocument Page)> PostAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var form = (await GetAsync(page)).QuerySelectorAll($"form[action='{action}']").FirstOrDefault(f => f.QuerySelector("textarea, input:not([type=hidden])") is not null || fields.Length == 0);
        return await SendAsync(form ?? throw new InvalidOperationException($"{page} has no form for {action}"), fields);
    }

    public Task<(string Path, IHtmlDocument Page)> SendAsync(IElement form, params (string Name, string Value)[] fields) => SendAsync(
        form.GetAttribute("action")!,
        new FormUrlEncodedContent([.. Hidden(form).Where(f => fields.All(g => g.Name != f.Key)), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]));

    public async Task<(string Path, IHtmlDocument Page)> SendAsync(string action, HttpContent content)
    {
        using (content)
        {
            using var response = await Client.PostAsync(action, content);
            return (response.RequestMessage!.RequestUri!.PathAndQuery, html.ParseDocument(await response.Content.ReadAsStringAsync()));
        }
    }

    public void Dispose()
    {
        Kill();
        Client.Dispose();
    }

    private static IEnumerable<KeyValuePair<string, string>> Hidden(IElement form) => form.QuerySelectorAll("input[type=hidden]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? ""));

    [GeneratedRegex("http://127\\.0\\.0\\.1:\\d+")]
    private static partial Regex Address();

    [GeneratedRegex("(?<=link=)[\\w-]+")]
    private static partial Regex SetupLink();
}
