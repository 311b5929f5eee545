using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using PolicyQa.Tests.Publishing;

namespace PolicyQa.Tests.Faults;

/// <summary>
/// kill -9 at random moments while the real process indexes, publishes, goes back and writes statuses: what was acknowledged is
/// there after the next start, and every start works. Takes seconds a trial, so only where POLICYQA_KILL_TRIALS says how many.
/// </summary>
public sealed partial class KillTrials : IDisposable
{
    private const int Seed = 20240901;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder folder = new();
    private readonly CookieContainer cookies = new();
    private readonly Random random = Seeded();
    private readonly HtmlParser html = new();

    /// <summary>Figure of the page that was published last and acknowledged, and of one that may have come through.</summary>
    private int published = 5;
    private int? inFlight;
    private int figure = 5;
    private int publications;
    private int statuses;
    private readonly List<string> evidence = [];
    private string? evidenceInFlight;

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_every_start_works()
    {
        Assert.SkipUnless(int.TryParse(Environment.GetEnvironmentVariable("POLICYQA_KILL_TRIALS"), NumberStyles.None, CultureInfo.InvariantCulture, out var trials), "POLICYQA_KILL_TRIALS says how many; none by itself");
        File.WriteAllText(Path.Combine(folder.Folder("corpus"), "edu.txt"), Page(5));
        var (whileStarting, whileWorking) = (0, 0);
        for (var trial = 0; trial < trials; trial++)
        {
            using var server = Start();
            if (trial > 0 && random.Next(5) == 0)
            {
                // Somewhere between the first instruction and the open index.
                await Task.Delay(random.Next(1200));
                Kill(server);
                whileStarting++;
                continue;
            }

            var client = await ReadyAsync(server);
            await CheckAsync(client);
            using var stop = new CancellationTokenSource();
            var work = WorkAsync(client, stop.Token);
            await Task.Delay(random.Next(1500));
            Kill(server);
            await stop.CancelAsync();
            await work;
            whileWorking++;
        }

        using (var last = Start())
        {
            await CheckAsync(await ReadyAsync(last));
            Kill(last);
        }

        TestContext.Current.SendDiagnosticMessage($"{trials} kills: {whileStarting} while starting or indexing, {whileWorking} while working; acknowledged {publications} publications, {statuses} statuses; nothing lost");
        // How many fit before the kill is the machine's business; that none does would prove nothing.
        Assert.True(trials < 20 || (publications > 0 && statuses > 0), $"{publications} publications, {statuses} statuses");
    }

    public void Dispose() => folder.Dispose();

    private static string Page(int figure) => Desk.Education.Replace("5所", $"{figure}所", StringComparison.Ordinal);

    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PolicyQa.App.dll"), "serve", "--urls=http://127.0.0.1:0", $"--corpus={Path.Combine(folder.Path, "corpus")}", $"--index={Path.Combine(folder.Path, "data", "index")}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        _ = process.StandardError.ReadToEndAsync();
        return process;
    }

    private static void Kill(Process process)
    {
        process.Kill();
        process.WaitForExit();
    }

    private async Task<HttpClient> ReadyAsync(Process process)
    {
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        var address = Address().Match(line ?? "");
        Assert.True(address.Success, $"the start printed: {line}");
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = new Uri(address.Value), Timeout = Patience };
        Assert.True((await client.GetAsync("/api/articles")).IsSuccessStatusCode);
        if (cookies.Count > 1) return client;
        var link = SetupLink().Match(await process.StandardOutput.ReadLineAsync().WaitAsync(Patience) ?? "").Value;
        await PostAsync(client, "/admin/setup?link=" + link, "/admin/setup", ("link", link), ("name", "王主任"), ("password", "一句好记的话就行了吧，够长"), ("again", "一句好记的话就行了吧，够长"));
        return client;
    }

    private async Task CheckAsync(HttpClient client)
    {
        var text = File.ReadAllText(Path.Combine(folder.Path, "corpus", "edu.txt"));
        Assert.True(text == Page(published) || (inFlight is { } maybe && text == Page(maybe)), $"acknowledged {published}, in flight {inFlight}, found {text}");
        if (text != Page(published)) published = inFlight!.Value;
        inFlight = null;
        var served = await client.GetStringAsync("/api/commitments");
        Assert.Contains($"新建公办幼儿园{published}所", served);
        Assert.Empty(Directory.GetFiles(Path.Combine(folder.Path, "data"), "pending.json", SearchOption.AllDirectories));
        var page = await client.GetStringAsync(RowAddress);
        Assert.All(evidence, e => Assert.Contains(e, page));
        if (evidenceInFlight is { } written && page.Contains(written, StringComparison.Ordinal)) evidence.Add(written);
        evidenceInFlight = null;
    }

    private string RowAddress { get; set; } = "/admin/progress";

    /// <summary>An official at work until the server dies; what it acknowledged is noted, and what it may have done.</summary>
    private async Task WorkAsync(HttpClient client, CancellationToken stop)
    {
        try
        {
            if (RowAddress == "/admin/progress")
            {
                var list = html.ParseDocument(await client.GetStringAsync("/admin/progress?q=" + Uri.EscapeDataString("培训教师500名"), stop));
                RowAddress = list.QuerySelector(".promises a.said")!.GetAttribute("href")!;
            }

            while (!stop.IsCancellationRequested)
            {
                switch (random.Next(3))
                {
                    case 0:
                        evidenceInFlight = $"第{evidence.Count + 1}次登记（{figure++}）";
                        var saved = await PostAsync(client, RowAddress, RowAddress, ("status", "进展正常"), ("evidence", evidenceInFlight), ("link", ""));
                        Assert.Contains("已登记为", saved);
                        evidence.Add(evidenceInFlight);
                        evidenceInFlight = null;
                        statuses++;
                        break;
                    case 1:
                        inFlight = ++figure;
                        await PublishAsync(client, await UploadAsync(client, Page(inFlight.Value)));
                        break;
                    default:
                        await GoBackAsync(client);
                        break;
                }
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            // Killed.
        }
    }

    private async Task PublishAsync(HttpClient client, (string Address, AngleSharp.Html.Dom.IHtmlDocument Page) draft)
    {
        var form = draft.Page.QuerySelector("form[action$='/publish']");
        Assert.NotNull(form);
        var done = await SendAsync(client, form.GetAttribute("action")!, Fields(form));
        Assert.Contains("已发布", done);
        published = inFlight!.Value;
        inFlight = null;
        publications++;
    }

    private async Task GoBackAsync(HttpClient client)
    {
        var corpus = html.ParseDocument(await client.GetStringAsync("/admin/corpus"));
        if (corpus.QuerySelectorAll("form[action$='/restore']").FirstOrDefault() is not { } form) return;
        var number = form.QuerySelector("input[name=number]")!.GetAttribute("value")!.PadLeft(8, '0');
        var state = File.ReadAllText(Path.Combine(folder.Path, "data", "history", "states", number + ".json"));
        var hash = BlobHash().Match(state).Groups[1].Value;
        inFlight = int.Parse(Figure().Match(File.ReadAllText(Path.Combine(folder.Path, "data", "history", "blobs", hash))).Groups[1].Value, CultureInfo.InvariantCulture);
        using var response = await client.PostAsync("/admin/corpus/restore", new FormUrlEncodedContent(Fields(form)));
        await PublishAsync(client, (response.RequestMessage!.RequestUri!.PathAndQuery, html.ParseDocument(await response.Content.ReadAsStringAsync())));
    }

    private async Task<(string Address, AngleSharp.Html.Dom.IHtmlDocument Page)> UploadAsync(HttpClient client, string text)
    {
        var corpus = html.ParseDocument(await client.GetStringAsync("/admin/corpus"));
        using var content = new MultipartFormDataContent
        {
            { new StringContent(corpus.QuerySelector("form.upload input[name=token]")!.GetAttribute("value")!), "token" },
            { new ByteArrayContent(Desk.Bytes(text)), "files", "edu.txt" },
        };
        using var response = await client.PostAsync("/admin/corpus/upload", content);
        return (response.RequestMessage!.RequestUri!.PathAndQuery, html.ParseDocument(await response.Content.ReadAsStringAsync()));
    }

    private async Task<string> PostAsync(HttpClient client, string page, string action, params (string Name, string Value)[] fields)
    {
        var form = html.ParseDocument(await client.GetStringAsync(page)).QuerySelector($"form[action='{action}']");
        Assert.NotNull(form);
        return await SendAsync(client, action, [.. Fields(form).Where(f => fields.All(g => g.Name != f.Key)), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
    }

    private static async Task<string> SendAsync(HttpClient client, string action, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var response = await client.PostAsync(action, new FormUrlEncodedContent(fields));
        return await response.Content.ReadAsStringAsync();
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(AngleSharp.Dom.IElement form) =>
        form.QuerySelectorAll("input[type=hidden]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? ""));

    private static Random Seeded()
    {
#pragma warning disable RS0030 // A seed is given.
        return new Random(Seed);
#pragma warning restore RS0030
    }

    [GeneratedRegex("http://127\\.0\\.0\\.1:\\d+")]
    private static partial Regex Address();

    [GeneratedRegex("(?<=link=)[\\w-]+")]
    private static partial Regex SetupLink();

    [GeneratedRegex("\"path\": \"edu\\.txt\",\\s*\"hash\": \"(\\w+)\"")]
    private static partial Regex BlobHash();

    [GeneratedRegex("幼儿园(\\d+)所")]
    private static partial Regex Figure();
}
