using PolicyQa.App;
using PolicyQa.Tests.Answering;

namespace PolicyQa.Tests.Operations;

/// <summary>However fast engines follow each other, nobody's is closed under his hands.</summary>
public sealed class EngineHostTests
{
    private static readonly AskRequest Question = new("市教育局今年培训多少教师");

    [Fact]
    public void A_question_under_way_finishes_on_its_engine_however_many_newer_ones_come()
    {
        using var engines = new EngineHost();
        engines.Publish(new EngineSnapshot(MadeUpTown.Fresh()));
        using var lease = engines.Lease();
        var begun = lease.Engine;

        for (var i = 0; i < 3; i++) engines.Publish(new EngineSnapshot(MadeUpTown.Fresh()));

        Assert.NotSame(begun, engines.Engine);
        Assert.Equal("500名", begun.Ask(Question).ShortAnswer);
        Assert.NotEmpty(begun.Search("教师", null, 1));
    }

    [Fact]
    public void An_index_closes_with_the_last_question_that_uses_it()
    {
        using var engines = new EngineHost();
        engines.Publish(new EngineSnapshot(MadeUpTown.Fresh()));
        var (first, second) = (engines.Lease(), engines.Lease());
        var engine = first.Engine;
        engines.Publish(new EngineSnapshot(MadeUpTown.Fresh()));

        first.Dispose();
        first.Dispose();
        Assert.Equal("500名", engine.Ask(Question).ShortAnswer);

        second.Dispose();
        Assert.Null(engine.TryLease());
        Assert.Throws<ObjectDisposedException>(() => engine.Ask(Question));
        // What it holds in memory stays readable: a page may still be being written.
        Assert.NotEmpty(engine.Articles);
        Assert.NotEmpty(engine.Ledger.Items);
    }

    [Fact]
    public async Task Many_who_ask_while_engines_come_and_go_all_get_their_answer()
    {
        using var engines = new EngineHost();
        engines.Publish(new EngineSnapshot(MadeUpTown.Fresh()));
        using var stop = new CancellationTokenSource();
        var asking = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            var asked = 0;
            do
            {
                using var lease = engines.Lease();
                Assert.Equal("500名", lease.Engine.Ask(Question).ShortAnswer);
                asked++;
            }
            while (!stop.IsCancellationRequested);
            return asked;
        })).ToArray();

        for (var i = 0; i < 20; i++) engines.Publish(new EngineSnapshot(MadeUpTown.Fresh()));
        await stop.CancelAsync();

        Assert.All(await Task.WhenAll(asking), n => Assert.True(n > 0));
    }

    [Fact]
    public void An_engine_closed_behind_the_hosts_back_is_a_fault_and_no_endless_search()
    {
        using var engines = new EngineHost();
        engines.Publish(new EngineSnapshot(MadeUpTown.Fresh()));
        engines.Engine.Dispose();
        Assert.Throws<ObjectDisposedException>(() => engines.Lease());
    }

    [Fact]
    public void After_the_server_has_stopped_there_is_no_engine_and_that_is_said()
    {
        var engines = new EngineHost();
        engines.Publish(new EngineSnapshot(MadeUpTown.Fresh()));
        using var lease = engines.Lease();

        engines.Dispose();

        Assert.Throws<ObjectDisposedException>(() => engines.Lease());
        Assert.Equal("500名", lease.Engine.Ask(Question).ShortAnswer);
    }
}
