using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PolicyQa.App.Data;
using PolicyQa.App.Identity;
using PolicyQa.App.Publishing;
using PolicyQa.Tests.Admin;
using PolicyQa.Tests.Http;

namespace PolicyQa.Tests.Faults;

/// <summary>Somebody, or the network, sets the clock back: nothing lasts for ever that should end, and nobody is shut out.</summary>
public sealed class ClockSetBackTests
{
    private readonly Clock time = new(new DateTimeOffset(2026, 11, 27, 2, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(5, HttpStatusCode.OK)]
    [InlineData(60 * 24 * 400, HttpStatusCode.Redirect)]
    public async Task A_session_goes_on_over_minutes_and_ends_over_more(int minutes, HttpStatusCode shows)
    {
        await using var server = await WebServer.StartAsync(time: time);
        using var official = await Official.FirstAsync(server);
        Back(minutes);
        Assert.Equal(shows, (await official.GetAsync("/admin")).Status);
        using (await official.SignInAsync()) Assert.Equal(HttpStatusCode.OK, (await official.GetAsync("/admin")).Status);
        time.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(HttpStatusCode.Redirect, (await official.GetAsync("/admin")).Status);
    }

    [Fact]
    public async Task A_name_that_was_locked_is_not_locked_for_a_year()
    {
        await using var server = await WebServer.StartAsync(time: time);
        using (await Official.FirstAsync(server)) { }
        using var official = new Official(server);
        for (var i = 0; i < SignIn.MostFailures; i++)
            using (await official.SignInAsync("错的密码错的密码")) { }
        using (var locked = await official.SignInAsync()) Assert.Equal(HttpStatusCode.BadRequest, locked.StatusCode);
        Back(60 * 24 * 400);
        using var entered = await official.SignInAsync();
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
    }

    [Theory]
    [InlineData(5, HttpStatusCode.OK)]
    [InlineData(60 * 24 * 400, HttpStatusCode.NotFound)]
    public async Task A_link_does_not_outlive_its_days(int minutes, HttpStatusCode shows)
    {
        await using var server = await WebServer.StartAsync(time: time);
        var secret = await server.Services.GetRequiredService<SetupLinks>().ForFirstAccountAsync(CancellationToken.None);
        Back(minutes);
        using var official = new Official(server);
        Assert.Equal(shows, (await official.GetAsync($"/admin/setup?link={secret}")).Status);
    }

    [Fact]
    public async Task Votes_and_questions_are_kept_as_ever()
    {
        await using var server = await WebServer.StartAsync(time: time);
        var before = time.GetUtcNow();
        foreach (var minutes in (int[])[0, 60 * 24 * 400])
        {
            Back(minutes);
            using var vote = await server.Client.PostAsJsonAsync("/api/feedback", new { question = "游泳馆有多少个", useful = false });
            Assert.Equal(HttpStatusCode.NoContent, vote.StatusCode);
        }

        var group = await server.Services.GetRequiredService<DataStore>().WithAsync(d => d.Groups.SingleAsync(), CancellationToken.None);
        Assert.Equal((2, before), (group.Disliked, group.LastSeen));
    }

    [Fact]
    public void What_an_official_prepares_is_there_though_older_by_the_clock_than_all_that_waits()
    {
        using var folder = new TemporaryFolder();
        var history = new CorpusHistory(folder.Path, 30, time);
        for (var i = 0; i < CorpusHistory.MostDrafts; i++) history.AddDraft("王主任", $"第{i}次", null, []);
        Back(60);
        Assert.NotNull(history.FindDraft(history.AddDraft("王主任", "这一次", null, []).Id));
        Assert.Equal(CorpusHistory.MostDrafts, history.Drafts().Count);
    }

    private void Back(int minutes) => time.Offset -= TimeSpan.FromMinutes(minutes);

    /// <summary>As in real life: what the wall says goes back, how long something has lasted does not.</summary>
    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        private readonly FakeTimeProvider inner = new(now);

        public TimeSpan Offset { get; set; }

        public override long TimestampFrequency => inner.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + Offset;

        public override long GetTimestamp() => inner.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => inner.CreateTimer(callback, state, dueTime, period);

        public void Advance(TimeSpan by) => inner.Advance(by);
    }
}
