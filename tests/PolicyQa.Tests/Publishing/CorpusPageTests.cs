using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PolicyQa.App.Publishing;

namespace PolicyQa.Tests.Publishing;

/// <summary>/admin/corpus as the server writes it, no script.</summary>
public sealed class CorpusPageTests
{
    [Fact]
    public async Task Upload_look_publish_and_go_back()
    {
        await using var server = await DeskServer.StartAsync();
        var (status, path, draft) = await server.UploadAsync(("jobs.txt", Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetBytes(Desk.Jobs)));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.StartsWith("/admin/corpus/drafts/", path);
        Assert.Contains("还没有发布", draft.QuerySelector(".lead")!.TextContent);
        var read = draft.QuerySelector(".card-of")!;
        Assert.Contains("稳就业 聚人才", read.QuerySelector("h3")!.TextContent);
        Assert.All(["市人社局", "李思远", "钱多多"], w => Assert.Contains(w, read.TextContent));
        Assert.Equal("1新增文章", draft.QuerySelector(".figures li")!.TextContent);
        Assert.Contains("一是稳定就业", (await server.GetAsync(read.QuerySelector("h3 a")!.GetAttribute("href")!)).QuerySelector(".article-text")!.TextContent);
        Assert.Single(server.Engine.Articles);

        var (_, back, corpus) = await server.PostAsync(draft, "/publish");
        Assert.Equal("/admin/corpus", back);
        Assert.Contains("已发布，现在是第 2 版", corpus.QuerySelector(".done")!.TextContent);
        Assert.Equal(2, server.Engine.Articles.Count);
        Assert.Contains("发布语料", (await server.GetAsync("/admin/audit")).QuerySelector(".log")!.TextContent);

        var (_, _, restore) = await server.PostAsync(corpus, "/restore");
        Assert.Contains("会消失的内容", restore.Body!.TextContent);
        await server.PostAsync(restore, "/publish");
        Assert.Single(server.Engine.Articles);
        Assert.False(File.Exists(Path.Combine(server.Corpus, "jobs.txt")));
    }

    [Fact]
    public async Task Year_and_city_are_filled_in_before_publishing()
    {
        await using var server = await DeskServer.StartAsync();
        var (_, _, draft) = await server.UploadAsync(("jobs.txt", Desk.Bytes(Desk.Jobs)));
        var form = await server.GetAsync(draft.QuerySelector("a[href*=describe]")!.GetAttribute("href")!);
        Assert.Contains("四位数字", (await server.PostAsync(form, "/describe", ("year", "24"), ("city", ""), ("title", ""))).Page.QuerySelector(".fault")!.TextContent);
        var (_, _, described) = await server.PostAsync(form, "/describe", ("year", "2024"), ("city", "某市"), ("title", ""));
        Assert.Contains("“今年”指 2024年，“全市”指 某市", described.Body!.TextContent);
        await server.PostAsync(described, "/publish");
        Assert.Equal(2024, server.Engine.Articles.Single(a => a.SourcePath == "jobs.txt").Year);
    }

    [Theory]
    [InlineData("x/../../a.txt", "不能有")]
    [InlineData("a.pdf", "另存为")]
    [InlineData("source.json", "不用上传")]
    public async Task A_name_that_leads_elsewhere_is_refused_in_words(string name, string because)
    {
        await using var server = await DeskServer.StartAsync();
        var (status, _, page) = await server.UploadAsync((name, Desk.Bytes(Desk.Jobs)));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(because, page.QuerySelector(".fault")!.TextContent);
        Assert.Single(Directory.GetFiles(server.Corpus, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_says_where_and_has_no_button()
    {
        await using var server = await DeskServer.StartAsync();
        var (_, _, page) = await server.UploadAsync(("bad.txt", [.. Desk.Bytes("第一行文字写得好好的\n第二行"), 0xFF, 0xFE, .. Desk.Bytes("坏了\n")]));
        Assert.Contains("第2行", page.QuerySelector(".fault")!.TextContent);
        Assert.Null(page.QuerySelector("form[action$='/publish']"));
    }

    [Fact]
    public async Task What_pages_say_is_encoded()
    {
        await using var server = await DeskServer.StartAsync();
        var (_, _, page) = await server.UploadAsync(("x.txt", Desk.Bytes(Desk.Jobs.Replace("聚人才", "<img src=x onerror=alert(1)>", StringComparison.Ordinal))));
        Assert.Empty(page.QuerySelectorAll(".admin img"));
        Assert.DoesNotContain("style=", page.DocumentElement.OuterHtml);
    }

    [Fact]
    public async Task Nobody_gets_in_without_signing_in_and_nothing_is_taken_without_the_forms_token()
    {
        await using var server = await DeskServer.StartAsync();
        using var stranger = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = server.Client.BaseAddress };
        foreach (var path in new[] { "/admin/corpus", "/admin/lexicon", "/admin/progress", "/admin/corpus/drafts/0123456789abcdef" })
            Assert.StartsWith("/admin/sign-in", (await stranger.GetAsync(path)).Headers.Location!.ToString());
        using var forged = await server.Client.PostAsync("/admin/corpus/remove", new FormUrlEncodedContent([KeyValuePair.Create("file", "edu.txt")]));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Empty(server.App.Services.GetRequiredService<CorpusDesk>().Drafts());
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told_and_answers_go_on()
    {
        await using var server = await DeskServer.StartAsync();
        var (_, _, draft) = await server.UploadAsync(("jobs.txt", Desk.Bytes(Desk.Jobs)));
        Directory.CreateDirectory(Path.Combine(server.Corpus, "jobs.txt", "in-the-way"));
        var (status, _, page) = await server.PostAsync(draft, "/publish");
        Assert.Equal(HttpStatusCode.InsufficientStorage, status);
        Assert.Contains("什么都没有改动", page.QuerySelector(".fault")!.TextContent);
        Assert.Equal("5所", server.Engine.Ask(new AskRequest("市教育局新建公办幼儿园多少所")).ShortAnswer);
    }

    [Fact]
    public async Task More_than_fits_is_refused_before_it_is_read()
    {
        await using var server = await DeskServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/admin/corpus/upload") { Content = new StreamContent(Stream.Null) };
        request.Content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        request.Content.Headers.ContentLength = 1L << 40;
        request.Headers.ExpectContinue = true;
        using var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }
}
