using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PolicyQa.App;
using PolicyQa.App.Data;
using PolicyQa.App.Review;
using PolicyQa.Tests.Admin;
using PolicyQa.Tests.Answering;
using PolicyQa.Tests.Http;

namespace PolicyQa.Tests.Review;

/// <summary>From a refused question to an answer that an official stands by.</summary>
public sealed class ReviewTests : IAsyncLifetime
{
    private const string Question = "市教育局建多少个游泳馆";
    private const string Cited = "全年培训教师500名，引进外地名师12名。";
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 27, 2, 0, 0, TimeSpan.Zero));
    private WebServer server = null!;
    private Official official = null!;

    public async ValueTask InitializeAsync()
    {
        server = await WebServer.StartAsync(ready: false, time: time);
        server.Engines.Publish(new EngineSnapshot(MadeUpTown.Fresh()));
        official = await Official.FirstAsync(server);
        server.Services.GetRequiredService<UnansweredLog>().Start();
    }

    public async ValueTask DisposeAsync()
    {
        official.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Refused_questions_of_every_channel_are_grouped_by_likeness_and_counted()
    {
        Assert.Equal("notFound", (await AskAsync(Question)).GetProperty("status").GetString());
        await AskAsync("请问市教育局建多少个游泳馆？");
        await AskAsync("教育局要建多少个游泳馆呢");
        using (await server.Client.GetAsync("/?q=" + Uri.EscapeDataString(Question))) { }
        using (await server.Client.PostAsJsonAsync("/v1/chat/completions", new { model = "policyqa", messages = new[] { new { role = "user", content = Question } } })) { }
        await AskAsync("市民政局怎么申请低保");
        await AskAsync("市教育局全年培训教师多少名");
        var groups = await GroupsAsync(2);
        Assert.Equal((Question, 5, "api page v1"), (groups[0].Text, groups[0].Refused, string.Join(' ', groups[0].Channels.Split(' ').Order(StringComparer.Ordinal))));
        Assert.Equal(("市民政局怎么申请低保", 1), (groups[1].Text, groups[1].Refused));
        var (_, page) = await official.GetAsync("/admin/questions");
        Assert.Contains("没答出 5 次", page.Body!.TextContent);
    }

    [Fact]
    public async Task A_reviewed_answer_is_given_to_the_same_question_on_every_channel_and_marked()
    {
        var id = await QueueAsync(Question);
        using (var saved = await AnswerAsync(id, "没有建游泳馆的安排，今年培训教师500名。")) Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        foreach (var asked in (string[])[Question, "请问教育局要建多少个游泳馆呢？"])
        {
            var answer = await AskAsync(asked);
            Assert.Equal("answered", answer.GetProperty("status").GetString());
            Assert.Equal("没有建游泳馆的安排，今年培训教师500名。", answer.GetProperty("answer").GetString());
            Assert.Equal(Cited, Assert.Single(answer.GetProperty("citations").EnumerateArray()).GetProperty("excerpt").GetString());
            Assert.Equal("人工审核：市教育局办公室，2026年11月27日", answer.GetProperty("note").GetString());
            Assert.Equal("""{"office":"市教育局办公室","date":"2026-11-27"}""", answer.GetProperty("review").GetRawText());
        }

        using var page = await server.Client.GetAsync("/?q=" + Uri.EscapeDataString(Question));
        Assert.Contains("人工审核", await page.Content.ReadAsStringAsync());
        using var chat = await server.Client.PostAsJsonAsync("/v1/chat/completions", new { model = "policyqa", messages = new[] { new { role = "user", content = Question } } });
        Assert.Contains("人工审核：市教育局办公室", await chat.Content.ReadAsStringAsync());
        Assert.Contains("（人工审核：市教育局办公室，2026年11月27日）", PolicyQa.App.Channels.WeChat.PhoneText.Compose(server.Services.GetRequiredService<ReviewedAnswers>().For(server.Engines.Engine, new AskRequest(Question))!, null).Pages[0]);

        // What asks for something else is none of its business.
        Assert.Equal("notFound", (await AskAsync("市民政局建多少个游泳馆")).GetProperty("status").GetString());
        Assert.Equal("notFound", (await AskAsync("市教育局2023年建多少个游泳馆")).GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("今年培训教师501名", Cited, "市教育局", "2026-11-27", "501")]
    [InlineData("没有安排", null, "市教育局", "2026-11-27", "处原文作出处")]
    [InlineData("没有安排", "全年培训教师900名。", "市教育局", "2026-11-27", "重新查找")]
    [InlineData("没有安排", Cited, "", "2026-11-27", "审核单位")]
    [InlineData("没有安排", Cited, "市教育局", "2026-11-28", "不能晚于今天")]
    [InlineData("没有安排", Cited, "市教育局", "昨天", "审核日期")]
    [InlineData("", Cited, "市教育局", "2026-11-27", "请写答复")]
    public async Task An_answer_is_held_to_the_rules_that_hold_for_every_answer(string text, string? cited, string office, string day, string fault)
    {
        var id = await QueueAsync(Question);
        using var refused = await AnswerAsync(id, text, cited, office, day);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await refused.Content.ReadAsStringAsync());
        Assert.Contains(fault, string.Concat(page.QuerySelectorAll(".fault").Select(f => f.TextContent)));
        Assert.Equal(text, ((IHtmlTextAreaElement)page.QuerySelector("textarea")!).Value);
        Assert.Equal("notFound", (await AskAsync(Question)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task An_answer_whose_quotation_is_gone_is_not_given_and_officials_see_it()
    {
        var id = await QueueAsync(Question);
        using (await AnswerAsync(id, "今年培训教师500名。")) { }
        var upkeep = server.Services.GetRequiredService<DataUpkeep>();
        const string without = "办好教育\n\n——访市教育局党组书记、局长张一凡\n\n●本报记者 赵小明\n\n一是建强教师队伍。全年培训教师600名。\n";
        server.Engines.Publish(new EngineSnapshot(MadeUpTown.Of(without)));
        Assert.Equal("notFound", (await AskAsync(Question)).GetProperty("status").GetString());
        await upkeep.LookAsync(CancellationToken.None);
        var (_, page) = await official.GetAsync("/admin/questions");
        Assert.Contains("需复核", page.Body!.TextContent);
        var (_, one) = await official.GetAsync($"/admin/questions/{id}");
        Assert.Contains("答复已停用", one.Body!.TextContent);

        // The article moves but keeps the words: the answer holds, at their new place.
        server.Engines.Publish(new EngineSnapshot(MadeUpTown.Fresh()));
        await upkeep.LookAsync(CancellationToken.None);
        Assert.Equal("answered", (await AskAsync(Question)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Out_of_scope_is_said_dismissed_is_quiet_and_both_can_be_taken_back()
    {
        var id = await QueueAsync(Question);
        using (await official.SubmitAsync($"/admin/questions/{id}", $"/admin/questions/{id}", ("do", "outside"))) { }
        var answer = await AskAsync("请问" + Question);
        Assert.Equal("notFound", answer.GetProperty("status").GetString());
        Assert.Contains("不在这里回答的范围内", answer.GetProperty("text").GetString());
        using (await official.SubmitAsync($"/admin/questions/{id}", $"/admin/questions/{id}/reopen")) { }
        Assert.DoesNotContain("范围", (await AskAsync(Question)).GetProperty("text").GetString());
        using (await official.SubmitAsync($"/admin/questions/{id}", $"/admin/questions/{id}/dismiss")) { }
        var (_, page) = await official.GetAsync("/admin/questions");
        Assert.DoesNotContain(Question, page.Body!.TextContent);
    }

    [Fact]
    public async Task What_is_deleted_is_gone_and_old_rows_go_by_themselves()
    {
        var id = await QueueAsync(Question);
        using (await AnswerAsync(id, "今年培训教师500名。")) { }
        await QueueAsync("市民政局怎么申请低保");
        using (var vote = await server.Client.PostAsJsonAsync("/api/feedback", new { question = Question, useful = false })) Assert.Equal(HttpStatusCode.NoContent, vote.StatusCode);
        time.Advance(TimeSpan.FromDays(366));
        Assert.True(await server.Services.GetRequiredService<Retention>().RunAsync(CancellationToken.None) > 0);
        await using (var data = await server.Services.GetRequiredService<DataStore>().OpenAsync(CancellationToken.None))
        {
            Assert.Equal(Question, Assert.Single(await data.Groups.ToListAsync()).Text);
            Assert.Empty(await data.Votes.ToListAsync());
        }

        Assert.Equal("answered", (await AskAsync(Question)).GetProperty("status").GetString());
        using (await official.SignInAsync()) { }
        using (await official.SubmitAsync($"/admin/questions/{id}/delete", $"/admin/questions/{id}/delete")) { }
        Assert.Equal("notFound", (await AskAsync(Question)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task All_of_it_can_be_taken_along_by_officials_and_by_keys_that_administer()
    {
        await QueueAsync(Question);
        using var file = await official.Client.GetAsync("/admin/export");
        using var everything = JsonDocument.Parse(await file.Content.ReadAsStreamAsync());
        Assert.Equal(Question, everything.RootElement.GetProperty("questions")[0].GetProperty("text").GetString());
        Assert.DoesNotContain("hash", everything.RootElement.GetRawText(), StringComparison.OrdinalIgnoreCase);
        foreach (var (admin, status) in ((string, HttpStatusCode)[])[("", HttpStatusCode.Unauthorized), ("1", HttpStatusCode.OK)])
        {
            using var made = await official.SubmitAsync("/admin/keys", "/admin/keys", ("name", "备份"), ("admin", admin));
            var key = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await made.Content.ReadAsStringAsync()).QuerySelector("#secret")!.TextContent;
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/admin/export") { Headers = { Authorization = new("Bearer", key) } };
            using var response = await server.Client.SendAsync(request);
            Assert.Equal(status, response.StatusCode);
        }
    }

    [Fact]
    public async Task One_question_varied_without_end_keeps_its_commonest_wordings()
    {
        var writer = server.Services.GetRequiredService<UnansweredWriter>();
        for (var batch = 0; batch < 3; batch++)
        {
            List<Complaint> complaints = [.. Enumerable.Range(batch * 100, 100).Select(i => new Complaint($"市教育局今年究竟要建多少个对全体市民开放的游泳馆{(char)('가' + i)}", "api", time.GetUtcNow()))];
            complaints.Add(complaints[0] with { });
            Assert.True(await writer.WriteAsync(complaints, CancellationToken.None));
        }

        await using var data = await server.Services.GetRequiredService<DataStore>().OpenAsync(CancellationToken.None);
        Assert.Equal(303, Assert.Single(await data.Groups.ToListAsync()).Refused);
        var wordings = await data.Wordings.ToListAsync();
        Assert.Equal((UnansweredWriter.MostWordings, 3), (wordings.Count, wordings.Count(w => w.Count == 2)));
    }

    [Fact]
    public async Task A_flood_makes_the_oldest_go_and_is_counted()
    {
        var log = new UnansweredLog(server.Services.GetRequiredService<UnansweredWriter>(), new PolicyQa.App.Configuration.AdminSettings(true, TimeSpan.FromMinutes(30)), time);
        await using var _ = log;
        for (var i = 0; i < UnansweredLog.Capacity + 7; i++) log.Refused(new AskRequest($"第{i}个没有答案的问题"), "api");
        Assert.Equal(7, log.Dropped);
    }

    private async Task<JsonElement> AskAsync(string question)
    {
        using var response = await server.Client.PostAsJsonAsync("/api/ask", new { question });
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Asks, and waits until it stands in the queue.</summary>
    private async Task<int> QueueAsync(string question)
    {
        await AskAsync(question);
        var store = server.Services.GetRequiredService<DataStore>();
        return await PollAsync(async () => (await store.WithAsync(d => d.Groups.SingleOrDefaultAsync(g => g.Text == question), CancellationToken.None))?.Id);
    }

    private Task<List<QuestionGroup>> GroupsAsync(int count) => PollAsync<List<QuestionGroup>>(async () =>
    {
        var groups = await server.Services.GetRequiredService<DataStore>().WithAsync(d => d.Groups.AsNoTracking().OrderByDescending(g => g.Refused).ToListAsync(), CancellationToken.None);
        return groups.Count >= count && groups.Sum(g => g.Refused) >= 6 ? groups : null;
    });

    private static async Task<T> PollAsync<T>(Func<Task<object?>> look)
    {
        for (var i = 0; i < 500; i++)
        {
            if (await look() is T found) return found;
            await Task.Delay(20);
        }

        throw new TimeoutException("it did not come into the queue");
    }

    private Task<int> PollAsync(Func<Task<int?>> look) => PollAsync<int>(async () => await look());

    private async Task<HttpResponseMessage> AnswerAsync(int id, string text, string? cited = Cited, string office = "市教育局办公室", string day = "2026-11-27")
    {
        var (_, page) = await official.GetAsync($"/admin/questions/{id}");
        var form = page.Forms.First(f => f.QuerySelector("textarea") is not null);
        List<KeyValuePair<string, string>> fields = [new("do", "answer"), new("text", text), new("office", office), new("day", day)];
        fields.Add(new("token", ((IHtmlInputElement)form.QuerySelector("[name=token]")!).Value));
        fields.AddRange(form.QuerySelectorAll("[name=wording]").OfType<IHtmlInputElement>().Where(w => w.IsChecked).Select(w => new KeyValuePair<string, string>("wording", w.Value)));
        if (cited is not null)
        {
            var article = server.Engines.Engine.Articles.First(a => a.Department == "市教育局");
            fields.Add(new("cite", $"{article.Id} {Math.Max(0, article.Text.IndexOf(cited, StringComparison.Ordinal))} {cited}"));
        }

        return await official.PostAsync($"/admin/questions/{id}", fields);
    }
}
