using System.Globalization;
using System.Text.Json;
using AngleSharp.Html.Dom;
using PolicyQa.Tests.Publishing;

namespace PolicyQa.Tests.Faults;

/// <summary>Page and lexicon as they were last published and acknowledged, and as they may have become since.</summary>
internal sealed class KilledCorpus(string folder)
{
    public const string Lexicon = "local.txt";
    private const string Page = "edu.txt";

    /// <summary>Figure of the page, and the lexicon; null for none.</summary>
    private (int Figure, string? Lexicon) published = (5, null);
    private (int Figure, string? Lexicon)? inFlight;
    private int figure = 5;

    public async Task UploadAsync(KilledServer server)
    {
        var form = (await server.GetAsync("/admin/corpus")).QuerySelector("form.upload")!;
        var next = published with { Figure = ++figure };
        var draft = await server.SendAsync(
            "/admin/corpus/upload",
            new MultipartFormDataContent
            {
                { new StringContent(form.QuerySelector("input[name=token]")!.GetAttribute("value")!), "token" },
                { new ByteArrayContent(Desk.Bytes(PageOf(next.Figure))), "files", Page },
            });
        await PublishAsync(server, draft, next);
    }

    public async Task EditLexiconAsync(KilledServer server)
    {
        var next = published with { Lexicon = string.Create(CultureInfo.InvariantCulture, $"公办幼儿园 = 阳光园舍{++figure}号\n") };
        var query = published.Lexicon is null ? "?new=1" : "?file=" + Lexicon;
        var draft = await server.PostAsync("/admin/lexicon" + query, "/admin/lexicon", ("file", Lexicon), ("text", next.Lexicon), ("sample", ""), ("act", "next"));
        await PublishAsync(server, draft, next);
    }

    public async Task GoBackAsync(KilledServer server)
    {
        if ((await server.GetAsync("/admin/corpus")).QuerySelectorAll("form[action$='/restore']").FirstOrDefault() is not { } form)
        {
            // Nothing to go back to yet.
            await UploadAsync(server);
            return;
        }

        var history = Path.Combine(folder, "data", "history");
        var number = form.QuerySelector("input[name=number]")!.GetAttribute("value")!.PadLeft(8, '0');
        using var state = JsonDocument.Parse(File.ReadAllText(Path.Combine(history, "states", number + ".json")));
        var contents = state.RootElement.GetProperty("files").EnumerateArray().ToDictionary(f => f.GetProperty("path").GetString()!, f => File.ReadAllText(Path.Combine(history, "blobs", f.GetProperty("hash").GetString()!)), StringComparer.Ordinal);
        await PublishAsync(server, await server.SendAsync(form), (FigureOf(contents[Page]), contents.GetValueOrDefault("lexicon/" + Lexicon)));
    }

    /// <summary>What is not as it was acknowledged, on the disk or in what is served; what was in flight is all there or not at all.</summary>
    public async Task<IReadOnlyList<string>> LostAsync(KilledServer server)
    {
        var corpus = Path.Combine(folder, "corpus");
        var (page, lexicon) = (File.ReadAllText(Path.Combine(corpus, Page)), Path.Combine(corpus, "lexicon", Lexicon));
        var found = (FigureOf(page), File.Exists(lexicon) ? File.ReadAllText(lexicon) : null);
        List<string> lost = [];
        if (found != published && found != inFlight) lost.Add($"published {published}, in flight {inFlight}, found {found}");
        if (page != PageOf(found.Item1)) lost.Add($"a page that nobody wrote: {page}");
        (published, inFlight) = (found, null);
        if (!(await server.Client.GetStringAsync("/api/commitments")).Contains($"新建公办幼儿园{found.Item1}所", StringComparison.Ordinal)) lost.Add($"{found} is not served");
        lost.AddRange(Directory.GetFiles(Path.Combine(folder, "data"), "pending.json", SearchOption.AllDirectories));
        return lost;
    }

    private async Task PublishAsync(KilledServer server, (string Path, IHtmlDocument Page) draft, (int Figure, string? Lexicon) next)
    {
        // What is published already can be no draft's.
        if (draft.Page.QuerySelector("form[action$='/publish']") is not { } form)
        {
            Assert.Equal(published, next);
            return;
        }

        inFlight = next;
        var (_, done) = await server.SendAsync(form);
        Assert.Contains("已发布", done.Body!.TextContent);
        (published, inFlight) = (next, null);
    }

    private static string PageOf(int figure) => Desk.Education.Replace("5所", $"{figure}所", StringComparison.Ordinal);

    private static int FigureOf(string page)
    {
        var at = page.IndexOf("幼儿园", StringComparison.Ordinal) + "幼儿园".Length;
        return int.Parse(page[at..page.IndexOf('所', at)], CultureInfo.InvariantCulture);
    }
}

/// <summary>A page is uploaded and published.</summary>
internal sealed class UploadWork(KilledCorpus corpus) : KilledWork("publishing a page")
{
    public override Task DoAsync(KilledServer server, Random random, CancellationToken stop) => corpus.UploadAsync(server);

    public override Task<IReadOnlyList<string>> LostAsync(KilledServer server, JsonElement kept) => corpus.LostAsync(server);
}

/// <summary>The lexicon is edited and published.</summary>
internal sealed class LexiconWork(KilledCorpus corpus) : KilledWork("publishing the lexicon")
{
    public override Task DoAsync(KilledServer server, Random random, CancellationToken stop) => corpus.EditLexiconAsync(server);

    public override Task<IReadOnlyList<string>> LostAsync(KilledServer server, JsonElement kept) => Task.FromResult<IReadOnlyList<string>>([]);
}

/// <summary>An earlier corpus is put back.</summary>
internal sealed class RestoreWork(KilledCorpus corpus) : KilledWork("going back")
{
    public override Task DoAsync(KilledServer server, Random random, CancellationToken stop) => corpus.GoBackAsync(server);

    public override Task<IReadOnlyList<string>> LostAsync(KilledServer server, JsonElement kept) => Task.FromResult<IReadOnlyList<string>>([]);
}
