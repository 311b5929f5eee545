using Microsoft.Extensions.Time.Testing;
using PolicyQa.App.Channels.Http;

namespace PolicyQa.Tests.Http;

public sealed class ConversationsTests
{
    private readonly FakeTimeProvider time = new();
    private readonly Conversations conversations;

    public ConversationsTests() => conversations = new Conversations(time);

    [Fact]
    public void The_last_ten_questions_are_remembered_oldest_first()
    {
        for (var i = 0; i < 13; i++) conversations.Remember("a", $"q{i}");
        Assert.Equal(Enumerable.Range(3, 10).Select(i => $"q{i}"), conversations.History("a"));
        Assert.Empty(conversations.History("b"));
    }

    [Fact]
    public void A_reload_is_no_new_turn()
    {
        conversations.Remember("a", "甲");
        conversations.Remember("a", "甲");
        Assert.Equal(["甲"], conversations.History("a"));
    }

    [Fact]
    public void An_idle_conversation_is_forgotten()
    {
        conversations.Remember("a", "甲");
        time.Advance(Conversations.Idle - TimeSpan.FromSeconds(1));
        Assert.Equal(["甲"], conversations.History("a"));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(conversations.History("a"));
    }

    [Fact]
    public void The_least_recently_used_goes_first()
    {
        for (var i = 0; i < Conversations.Capacity; i++) conversations.Remember($"c{i}", "甲");
        conversations.Remember("c0", "乙");
        conversations.Remember("new", "丙");
        Assert.Equal(["甲", "乙"], conversations.History("c0"));
        Assert.Empty(conversations.History("c1"));
    }

    [Theory]
    [InlineData("aZ09-_", true)]
    [InlineData("", false)]
    [InlineData("空", false)]
    [InlineData("a b", false)]
    public void Ids_are_plain(string id, bool wellFormed) => Assert.Equal(wellFormed, Conversations.IsWellFormed(id));

    [Fact]
    public void New_ids_are_well_formed_and_differ()
    {
        var ids = Enumerable.Range(0, 100).Select(_ => Conversations.NewId()).ToHashSet();
        Assert.Equal(100, ids.Count);
        Assert.All(ids, id => Assert.True(Conversations.IsWellFormed(id)));
        Assert.False(Conversations.IsWellFormed(new string('a', 65)));
    }
}
