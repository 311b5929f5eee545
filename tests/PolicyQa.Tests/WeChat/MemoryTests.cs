using Microsoft.Extensions.Time.Testing;
using PolicyQa.App.Channels;
using PolicyQa.App.Channels.WeChat;

namespace PolicyQa.Tests.WeChat;

public sealed class MemoryTests
{
    private readonly FakeTimeProvider time = new();

    [Fact]
    public void Values_are_forgotten_after_their_time()
    {
        var memory = new ExpiringMemory<int>(10, TimeSpan.FromMinutes(1), time);
        memory.Set("a", 1);
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.True(memory.TryGet("a", out _));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(memory.TryGet("a", out _));
        Assert.Equal(0, memory.Count);
    }

    [Fact]
    public void Where_there_are_too_many_the_oldest_goes()
    {
        var memory = new ExpiringMemory<int>(3, TimeSpan.FromMinutes(1), time);
        for (var i = 0; i < 3; i++) memory.Set($"{i}", i);
        memory.Set("0", 7);
        memory.Set("new", 9);
        Assert.Equal(3, memory.Count);
        Assert.False(memory.TryGet("1", out _));
        Assert.True(memory.TryGet("0", out var kept));
        Assert.Equal(7, kept);
    }

    [Fact]
    public async Task Of_many_who_come_at_once_one_makes_the_value()
    {
        var memory = new ExpiringMemory<object>(10, TimeSpan.FromMinutes(1), time);
        var made = 0;
        var all = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => memory.GetOrAdd("a", () => Interlocked.Increment(ref made), out var _))));
        Assert.Equal(1, made);
        Assert.Single(all.Distinct());
    }

    [Fact]
    public async Task The_latest_delivery_carries_the_answer_and_only_once()
    {
        var begun = 0;
        var delivery = new Delivery(() => Task.FromResult<string?>($"{Interlocked.Increment(ref begun)}"));
        var first = delivery.Arrive();
        var second = delivery.Arrive();
        Assert.Equal("1", await delivery.Answer);
        Assert.Equal("1", await delivery.Answer);
        Assert.False(delivery.Claim(first));
        Assert.True(delivery.Claim(second));
        Assert.False(delivery.Claim(second));
        Assert.False(delivery.Claim(delivery.Arrive()));
        delivery.GiveBack();
        Assert.True(delivery.Claim(delivery.Arrive()));
    }

    [Fact]
    public void Users_have_names_of_their_own_that_say_nothing()
    {
        var users = new UserKeys();
        Assert.Equal(users.Of(Platform.WeChat, "o1"), users.Of(Platform.WeChat, "o1"));
        Assert.NotEqual(users.Of(Platform.WeChat, "o1"), users.Of(Platform.WeCom, "o1"));
        Assert.NotEqual(users.Of(Platform.WeChat, "o1"), new UserKeys().Of(Platform.WeChat, "o1"));
        Assert.True(App.Channels.Http.Conversations.IsWellFormed(users.Of(Platform.WeChat, "任何 字符")));
    }
}
