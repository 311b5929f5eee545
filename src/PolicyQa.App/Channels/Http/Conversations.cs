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

    private readonly ExpiringMemory<IReadOnlyList<string>> questions = new(Capacity, Idle, time);

    /// <summary>Unguessable: 144 random bits.</summary>
    public static string NewId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(18));

    /// <summary>1–64 of A–Z a–z 0–9 - _.</summary>
    public static bool IsWellFormed(string id) =>
        id.Length is > 0 and <= MaxIdLength && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>Earlier questions, oldest first; empty for a conversation that is unknown or was left idle.</summary>
    public IReadOnlyList<string> History(string id) => questions.TryGet(id, out var earlier) ? earlier : [];

    /// <summary>Adds a question to the end of a conversation, which begins here where it is unknown.</summary>
    public void Remember(string id, string question) => questions.Update(id, earlier =>
        // A page that is reloaded asks again; that is no new turn.
        earlier is [.., var last] && last == question ? earlier : [.. (earlier ?? []).TakeLast(Remembered - 1), question]);

    /// <summary>Conversations remembered.</summary>
    public int Count => questions.Count;

    /// <summary>As if it had never been.</summary>
    public void Forget(string id) => questions.Remove(id);
}
