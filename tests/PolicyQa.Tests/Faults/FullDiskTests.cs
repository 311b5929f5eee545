using PolicyQa.App.Publishing;
using PolicyQa.Tests.Publishing;

namespace PolicyQa.Tests.Faults;

/// <summary>A disk of twelve megabytes that fills up. Mounting one takes root, so only where POLICYQA_MOUNTS is set.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly Mounted disk = new("12m");

    public void Dispose() => disk.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_is_published_and_nothing_lost_and_the_message_says_why(bool corpusIsFull)
    {
        Assert.SkipUnless(disk.IsThere, "POLICYQA_MOUNTS is not set, or this is not root");
        using var desk = corpusIsFull ? new Desk(corpus: disk.Folder("corpus")) : new Desk(history: disk.Folder("history"));
        Assert.NotNull((await desk.PublishAsync(desk.Office.Prepare("王主任", "上传", [("first.txt", Desk.Bytes(Desk.Jobs))]))).State);
        var draft = desk.Office.Prepare("王主任", "上传", [("edu.txt", Desk.Bytes(Desk.Education.Replace("5所", "6所", StringComparison.Ordinal) + new string('\n', 20_000)))]);
        disk.Fill();
        var error = await Assert.ThrowsAnyAsync<IOException>(() => desk.PublishAsync(draft));
        Assert.Contains("磁盘已满，什么都没有改动", DiskFault.Explain(error));
        Assert.Equal(Desk.Education, desk.Text("edu.txt"));
        Assert.Null(desk.Writer.Finish());
        Assert.Equal("5所", desk.Served.Ask(new AskRequest("市教育局新建公办幼儿园多少所")).ShortAnswer);
        disk.Clear();
        Assert.NotNull((await desk.PublishAsync(draft)).State);
        Assert.Equal("6所", desk.Served.Ask(new AskRequest("市教育局新建公办幼儿园多少所")).ShortAnswer);
    }

    [Fact]
    public async Task Where_no_index_can_be_written_what_was_published_is_answered_from_memory()
    {
        Assert.SkipUnless(disk.IsThere, "POLICYQA_MOUNTS is not set, or this is not root");
        using var desk = new Desk(index: disk.Folder("index"));
        disk.Fill();
        var outcome = await desk.PublishAsync(desk.Office.Prepare("王主任", "上传", [("edu.txt", Desk.Bytes(Desk.Education.Replace("5所", "6所", StringComparison.Ordinal)))]));
        Assert.Equal((null, null), (outcome.Fault, outcome.NotServed));
        Assert.Equal("6所", desk.Served.Ask(new AskRequest("市教育局新建公办幼儿园多少所")).ShortAnswer);
        disk.Clear();
        using var next = desk.Workspace.Open(out var warning);
        Assert.True(warning is null, warning);
        Assert.Equal("6所", next.Ask(new AskRequest("市教育局新建公办幼儿园多少所")).ShortAnswer);
    }
}
