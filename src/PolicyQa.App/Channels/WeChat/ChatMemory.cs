using PolicyQa.App.Channels.Http;

namespace PolicyQa.App.Channels.WeChat;

/// <summary>What is remembered of people, for 30 minutes, in memory only.</summary>
internal sealed class ChatMemory(Conversations conversations, TimeProvider time)
{
    public static readonly TimeSpan Remembered = TimeSpan.FromMinutes(30);
    private const int People = 10_000;

    private readonly ExpiringMemory<ChatState> states = new(People, Remembered, time);
    private readonly ExpiringMemory<Counter> counts = new(People, TimeSpan.FromMinutes(1), time);

    public ChatState this[string user] => states.TryGet(user, out var state) ? state : ChatState.Empty;

    public void Remember(string user, ChatState state) => states.Set(user, state);

    /// <summary>True while the person has sent at most so many messages within a minute; 0 = any number.</summary>
    public bool Allows(string user, int perMinute) => perMinute == 0 || counts.GetOrAdd(user, () => new Counter(), out _).Next() <= perMinute;

    /// <summary>Everything about the person.</summary>
    public void Forget(string user)
    {
        states.Remove(user);
        counts.Remove(user);
        conversations.Forget(user);
    }

    private sealed class Counter
    {
        private int value;

        public int Next() => Interlocked.Increment(ref value);
    }
}
