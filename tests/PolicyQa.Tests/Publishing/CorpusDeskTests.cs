using System.Text;
using PolicyQa.App.Publishing;
using PolicyQa.Corpus;

namespace PolicyQa.Tests.Publishing;

public sealed class CorpusDeskTests : IDisposable
{
    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task A_page_is_looked_at_first_then_published_and_answered_from_at_once()
    {
        var draft = desk.Office.Prepare("王主任", "上传 jobs.txt", [("jobs.txt", Desk.Bytes(Desk.Jobs))]);
        var view = desk.Look(draft);
        Assert.Null(view.Obstacle);
        var added = Assert.Single(view.Preview.Changes.Added);
        Assert.Equal(("市人社局", "李思远", "钱多多"), (added.Department, added.Speaker, added.Reporter));
        Assert.Equal((0, 0, 1), (view.Preview.Changes.Changed.Count, view.Preview.Changes.Gone.Count, view.Preview.Changes.Unchanged));
        Assert.True(view.Preview.Passages[added.Id] > 0);
        Assert.NotEmpty(view.Preview.NewCommitments);
        Assert.False(File.Exists(Path.Combine(desk.Corpus, "jobs.txt")));
        Assert.Single(desk.Served.Articles);

        var outcome = await desk.PublishAsync(draft);
        Assert.Equal((null, null, 2), (outcome.Fault, outcome.NotServed, outcome.State!.Number));
        Assert.Equal("5000个", desk.Served.Ask(new AskRequest("市人社局今年新增就业岗位多少个")).ShortAnswer);
        Assert.Equal(["王主任", null], desk.Office.States().Select(s => s.By));
        Assert.Empty(desk.Office.Drafts());
    }

    [Fact]
    public async Task A_replaced_page_shows_what_differs_and_the_old_one_comes_back()
    {
        var changed = desk.Office.Prepare("王主任", "上传 edu.txt", [("edu.txt", Desk.Bytes(Desk.Education.Replace("5所", "6所", StringComparison.Ordinal)))]);
        var change = Assert.Single(desk.Look(changed).Preview.Changes.Changed);
        Assert.Equal(ArticleDifference.Text, change.Differences);
        Assert.Contains("5所", Assert.Single(change.Removed));
        Assert.Contains("6所", Assert.Single(change.Added));
        await desk.PublishAsync(changed);
        Assert.Contains("6所", desk.Text("edu.txt"));

        var back = desk.Office.PrepareRestore("王主任", desk.Office.States()[^1].Number)!;
        Assert.Contains("5所", Assert.Single(Assert.Single(desk.Look(back).Preview.Changes.Changed).Added));
        var outcome = await desk.PublishAsync(back);
        Assert.Equal(StateOrigin.Rollback, outcome.State!.Origin);
        Assert.Equal(Desk.Education, desk.Text("edu.txt"));
        Assert.Equal("5所", desk.Served.Ask(new AskRequest("市教育局新建公办幼儿园多少所")).ShortAnswer);
    }

    [Fact]
    public async Task A_removed_page_is_gone_and_what_the_ledger_loses_is_named_beforehand()
    {
        await desk.PublishAsync(desk.Office.Prepare("王主任", "上传", [("jobs.txt", Desk.Bytes(Desk.Jobs))]));
        var draft = desk.Office.Prepare("王主任", "删除 edu.txt", [("edu.txt", null)]);
        var preview = desk.Look(draft).Preview;
        Assert.Equal("市教育局", Assert.Single(preview.Changes.Gone).Department);
        Assert.NotEmpty(preview.GoneCommitments);
        await desk.PublishAsync(draft);
        Assert.False(File.Exists(Path.Combine(desk.Corpus, "edu.txt")));
        Assert.All(desk.Served.Articles, a => Assert.Equal("市人社局", a.Department));
    }

    [Fact]
    public async Task What_came_through_the_folder_can_be_gone_back_to_as_well()
    {
        desk.Put("jobs.txt", Desk.Jobs);
        Assert.True(desk.LookTwice());
        var published = await desk.PublishAsync(desk.Office.Prepare("王主任", "删除", [("jobs.txt", null)]));
        Assert.NotNull(published.State);
        var before = desk.Office.States().First(s => s.Number < published.State.Number);
        Assert.Contains(before.Files, f => f.Path == "jobs.txt");
        await desk.PublishAsync(desk.Office.PrepareRestore("王主任", before.Number)!);
        Assert.Equal(Desk.Jobs, desk.Text("jobs.txt"));
    }

    [Fact]
    public async Task A_corpus_that_changed_since_somebody_looked_is_looked_at_again()
    {
        var draft = desk.Office.Prepare("王主任", "上传", [("jobs.txt", Desk.Bytes(Desk.Jobs))]);
        var seen = desk.Look(draft).Base;
        desk.Put("edu.txt", Desk.Education.Replace("5所", "7所", StringComparison.Ordinal));
        var outcome = await desk.Office.PublishAsync(draft.Id, seen, "王主任", CancellationToken.None);
        Assert.Null(outcome.State);
        Assert.Contains("再看一遍", outcome.Fault);
        Assert.False(File.Exists(Path.Combine(desk.Corpus, "jobs.txt")));
        Assert.NotNull((await desk.PublishAsync(draft)).State);
        // What the folder held by then is kept too.
        Assert.Contains(desk.Office.States(), s => s.By is null && s.Files.Count == 1 && s.Files[0].Hash != "");
    }

    [Theory]
    [InlineData("edu.txt", null, "一篇文章也没有")]
    [InlineData("new.txt", "", "空的")]
    [InlineData("new.txt", "copy", "完全相同")]
    [InlineData("edu.txt", "copy", "完全一样")]
    [InlineData("source.json", "{", "JSON")]
    public async Task What_would_do_no_good_is_not_published(string path, string? content, string because)
    {
        var draft = desk.Office.Prepare("王主任", "上传", [(path, content == "copy" ? Desk.Bytes(Desk.Education) : content is null ? null : Desk.Bytes(content))]);
        Assert.Contains(because, desk.Look(draft).Obstacle);
        var outcome = await desk.PublishAsync(draft);
        Assert.Null(outcome.State);
        Assert.Contains(because, outcome.Fault);
        Assert.Equal(Desk.Education, desk.Text("edu.txt"));
    }

    [Theory]
    [InlineData("UTF-8")]
    [InlineData("GB18030")]
    [InlineData("UTF-16")]
    public void A_page_in_any_usual_encoding_reads_alike(string encoding)
    {
        var bytes = (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding)) is var e ? e.GetPreamble().Concat(e.GetBytes(Desk.Jobs)).ToArray() : [];
        var view = desk.Look(desk.Office.Prepare("王主任", "上传", [("jobs.txt", bytes)]));
        Assert.Equal("李思远", Assert.Single(view.Preview.Changes.Added).Speaker);
    }

    [Fact]
    public async Task Year_city_and_title_are_set_for_one_file_and_the_other_entries_stay()
    {
        desk.Put("source.json", """{ "sources": [ { "File": "edu.txt", "year": 2023, "extra": 1 }, { "file": "other.txt", "city": "别市" } ] }""");
        var json = SourceDescriptorEdit.Set(Desk.Bytes(desk.Text("source.json")), new SourceEntry { File = "edu.txt", Year = 2024, City = "某市" })!;
        var draft = desk.Office.Prepare("王主任", "说明", [("source.json", json)]);
        var change = Assert.Single(desk.Look(draft).Preview.Changes.Changed);
        Assert.Equal(ArticleDifference.Year | ArticleDifference.City, change.Differences);
        await desk.PublishAsync(draft);
        Assert.Equal((2024, "某市"), (desk.Served.Articles[0].Year, desk.Served.Articles[0].City));
        Assert.Contains("\"extra\": 1", desk.Text("source.json"));
        Assert.Contains("别市", desk.Text("source.json"));
        Assert.DoesNotContain("别市", Encoding.UTF8.GetString(SourceDescriptorEdit.Remove(json, "other.txt")!));
        Assert.Null(SourceDescriptorEdit.Set(Desk.Bytes("[1]"), new SourceEntry { File = "a.txt" }));
    }

    [Fact]
    public async Task A_lexicon_is_published_the_same_way()
    {
        const string Question = "市教育局新建多少所新园";
        var draft = desk.Office.Prepare("王主任", "词表", [("lexicon/local.txt", Desk.Bytes("公办幼儿园 = 新园\n= 坏行\n"))]);
        var view = desk.Look(draft);
        Assert.Null(view.Obstacle);
        Assert.Equal(("lexicon/local.txt", 2), (view.Preview.Problems[0].Path, view.Preview.Problems[0].Line));
        var outcome = await desk.PublishAsync(draft);
        Assert.NotNull(outcome.State);
        Assert.Contains("5所", desk.Served.Ask(new AskRequest(Question)).Text);
    }

    [Fact]
    public async Task The_history_is_bounded_and_lets_go_of_contents_that_no_state_has()
    {
        using var small = new Desk(kept: 3);
        for (var i = 6; i < 12; i++) await small.PublishAsync(small.Office.Prepare("王主任", "上传", [("edu.txt", Desk.Bytes(Desk.Education.Replace("5所", $"{i}所", StringComparison.Ordinal)))]));
        var states = small.Office.States();
        Assert.Equal([7, 6, 5], states.Select(s => s.Number));
        Assert.Equal(3, Directory.GetFiles(Path.Combine(small.Settings.History, "blobs")).Length);
        for (var i = 0; i < CorpusHistory.MostDrafts + 5; i++) small.Office.Prepare("王主任", $"{i}", []);
        Assert.Equal(CorpusHistory.MostDrafts, small.Office.Drafts().Count);
    }
}
