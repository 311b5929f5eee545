using PolicyQa.App.Publishing;

namespace PolicyQa.Tests.Publishing;

/// <summary>Whatever happens in the middle of a publication.</summary>
public sealed class CorpusWriterTests : IDisposable
{
    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public void One_that_was_begun_and_killed_is_finished_by_the_next_start()
    {
        var publication = Prepared();
        // As far as a process gets that dies right after it has said what it is about to do.
        desk.History.Begin(publication);
        var finished = desk.Writer.Finish();
        Assert.Equal("补完", finished!.Value.Finished!.Target.Title);
        Assert.Equal(Desk.Jobs, desk.Text("jobs.txt"));
        Assert.False(File.Exists(Path.Combine(desk.Corpus, "edu.txt")));
        Assert.Equal(publication.Target.Number, desk.Office.States()[0].Number);
        Assert.Null(desk.Writer.Finish());
    }

    [Fact]
    public void One_that_died_before_it_said_so_has_changed_nothing()
    {
        var publication = Prepared();
        desk.History.Stage(publication.Target);
        AtomicFile.Stage(Path.Combine(desk.Corpus, "jobs.txt"), Desk.Bytes("半个"));
        Assert.Null(desk.Writer.Finish());
        using var engine = desk.Workspace.Open(out var warning);
        Assert.Null(warning);
        Assert.Equal("市教育局", Assert.Single(engine.Articles).Department);
        Assert.DoesNotContain(desk.Office.States(), s => s.Number == publication.Target.Number);
    }

    [Fact]
    public void A_note_that_is_broken_stops_no_start()
    {
        Directory.CreateDirectory(desk.Settings.History);
        File.WriteAllText(Path.Combine(desk.Settings.History, "pending.json"), "{\"target\":");
        Assert.Null(desk.Writer.Finish());
        Assert.False(desk.History.HasPending);
    }

    [Fact]
    public async Task Where_the_corpus_cannot_be_written_nothing_changes_and_the_reason_is_given()
    {
        var draft = desk.Office.Prepare("王主任", "上传", [("jobs.txt", Desk.Bytes(Desk.Jobs)), ("edu.txt", null)]);
        // A folder of that name: nobody, root included, can put the file there.
        Directory.CreateDirectory(Path.Combine(desk.Corpus, "jobs.txt", "in-the-way"));
        var error = await Assert.ThrowsAnyAsync<Exception>(() => desk.PublishAsync(draft));
        Assert.True(error is IOException or UnauthorizedAccessException, error.ToString());
        Assert.Contains("什么都没有改动", DiskFault.Explain(error));
        Assert.Equal(Desk.Education, desk.Text("edu.txt"));
        Assert.False(desk.History.HasPending);
        Assert.Empty(Directory.GetFiles(desk.Corpus, ".policyqa-*"));
        Directory.Delete(Path.Combine(desk.Corpus, "jobs.txt"), recursive: true);
        Assert.NotNull((await desk.PublishAsync(draft)).State);
    }

    [Fact]
    public void A_note_that_leads_out_of_the_folder_touches_nothing()
    {
        desk.History.Keep(Desk.Bytes("x"));
        var outside = Path.Combine(Path.GetDirectoryName(desk.Corpus)!, "out.txt");
        desk.History.Begin(new Publication(desk.History.Next("x", "x", StateOrigin.Page, []), [new CorpusChange("../out.txt", desk.History.Keep(Desk.Bytes("x")), 1)]));
        Assert.NotNull(desk.Writer.Finish()!.Value.Fault);
        Assert.False(File.Exists(outside));
    }

    private Publication Prepared()
    {
        var hash = desk.History.Keep(Desk.Bytes(Desk.Jobs));
        var target = desk.History.Next("王主任", "补完", StateOrigin.Page, [new StateFile("jobs.txt", hash, Desk.Bytes(Desk.Jobs).Length)]);
        return new Publication(target, [new CorpusChange("jobs.txt", hash, target.Files[0].Bytes), new CorpusChange("edu.txt", null, 0)]);
    }
}
