using System.Buffers.Text;
using System.Security.Cryptography;

namespace PolicyQa.App.Channels.Http;

/// <summary>
/// The last questions of each conversation, so that a follow-up (那科技局呢) works over HTTP. Bounded on every side: the
/// least recently used conversation goes first. Thread-safe.
/// </summary>
internal sealed class Conversations(TimeProvider time)
{
    internal const int Capacity = 10_000;
    internal const int Remembered = 10;
    internal static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    private const int MaxIdLength = 64;

    private readonly Lock gate = new();
    private readonly Dictionary<string, LinkedListNode<Conversation>> byId = [];
    private readonly LinkedList<Conversation> byUse = [];

    /// <summary>Unguessable: 144 random bits.</summary>
    public static string NewId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(18));

    /// <summary>1–64 of A–Z a–z 0–9 - _.</summary>
    public static bool IsWellFormed(string id) =>
        id.Length is > 0 and <= MaxIdLength && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>Earlier questions, oldest first; empty for a conversation that is unknown or was left idle.</summary>
    public IReadOnlyList<string> History(string id)
    {
        lock (gate)
        {
            if (!byId.TryGetValue(id, out var node)) return [];
            if (time.GetElapsedTime(node.Value.LastUse) < Idle) return node.Value.Questions;
            Remove(node);
            return [];
        }
    }

    /// <summary>Adds a question to the end of a conversation, which begins here where it is unknown.</summary>
    public void Remember(string id, string question)
    {
        lock (gate)
        {
            IReadOnlyList<string> earlier = [];
            if (byId.TryGetValue(id, out var node))
            {
                earlier = node.Value.Questions;
                Remove(node);
            }

            // A page that is reloaded asks again; that is no new turn.
            if (earlier.Count == 0 || earlier[^1] != question) earlier = [.. earlier.TakeLast(Remembered - 1), question];
            byId[id] = byUse.AddLast(new Conversation(id, earlier, time.GetTimestamp()));
            while (byId.Count > Capacity) Remove(byUse.First!);
        }
    }

    /// <summary>As if it had never been.</summary>
    public void Forget(string id)
    {
        lock (gate)
        {
            if (byId.TryGetValue(id, out var node)) Remove(node);
        }
    }

    private void Remove(LinkedListNode<Conversation> node)
    {
        byId.Remove(node.Value.Id);
        byUse.Remove(node);
    }

    private sealed record Conversation(string Id, IReadOnlyList<string> Questions, long LastUse);
}
