using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PolicyQa.Corpus;

namespace PolicyQa.App.Publishing;

/// <summary>
/// Earlier corpora, in a folder: contents by their hash (each kept once), a small file for each state, drafts, and what is
/// being published. Every file is written whole or not at all; one that cannot be read is passed over.
/// </summary>
/// <param name="folder">Made where missing.</param>
/// <param name="kept">How many states to keep; the oldest go.</param>
/// <param name="time">Says when.</param>
internal sealed class CorpusHistory(string folder, int kept, TimeProvider time)
{
    /// <summary>Drafts that nobody published; the oldest go.</summary>
    public const int MostDrafts = 20;

    private string Blobs => Path.Combine(folder, "blobs");

    private string StateFolder => Path.Combine(folder, "states");

    private string DraftFolder => Path.Combine(folder, "drafts");

    private string Pending => Path.Combine(folder, "pending.json");

    /// <summary>Cheap: whether a publication was begun and not finished.</summary>
    public bool HasPending => File.Exists(Pending);

    /// <summary>Keeps other processes out while files change. Given back by the system where the process dies.</summary>
    /// <exception cref="IOException">Somebody else is publishing.</exception>
    public IDisposable Lock()
    {
        Directory.CreateDirectory(folder);
        return new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<CorpusState> States() => [.. Read(StateFolder, PublishingJson.Default.CorpusState).OrderByDescending(s => s.Number)];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<CorpusDraft> Drafts() => [.. Read(DraftFolder, PublishingJson.Default.CorpusDraft).OrderByDescending(d => d.At).ThenBy(d => d.Id, StringComparer.Ordinal)];

    public CorpusDraft? FindDraft(string id) => IsId(id) ? ReadOne(DraftFile(id), PublishingJson.Default.CorpusDraft) : null;

    /// <summary>Keeps a draft; its contents must be kept already.</summary>
    public CorpusDraft AddDraft(string by, string title, int? restores, IReadOnlyList<CorpusChange> changes)
    {
        var draft = new CorpusDraft("", time.GetUtcNow(), by, title, restores, changes);
        draft = draft with { Id = Hash(JsonSerializer.SerializeToUtf8Bytes(draft, PublishingJson.Default.CorpusDraft))[..16] };
        Write(DraftFile(draft.Id), draft, PublishingJson.Default.CorpusDraft);
        // By the clock it may be older than the others, if that was set back.
        foreach (var old in Drafts().Where(d => d.Id != draft.Id).Skip(MostDrafts - 1)) RemoveDraft(old.Id);
        return draft;
    }

    public void RemoveDraft(string id)
    {
        if (IsId(id)) AtomicFile.TryDelete(DraftFile(id));
    }

    /// <summary>Keeps a content; returns its hash. One that is there already is not written again.</summary>
    public string Keep(byte[] content)
    {
        var hash = Hash(content);
        var path = Path.Combine(Blobs, hash);
        if (new FileInfo(path) is { Exists: true } known && known.Length == content.Length) return hash;
        Directory.CreateDirectory(Blobs);
        AtomicFile.Write(path, content);
        return hash;
    }

    /// <summary>A kept content.</summary>
    /// <exception cref="IOException">It is not there, or not what it was.</exception>
    public byte[] Content(string hash)
    {
        var content = File.ReadAllBytes(Path.Combine(Blobs, hash));
        return Hash(content) == hash ? content : throw new IOException($"历史里的内容 {hash[..8]} 已损坏");
    }

    /// <summary>The files as a state that is not kept yet: its number is the next one.</summary>
    public CorpusState Next(string? by, string title, StateOrigin origin, IEnumerable<StateFile> files) =>
        new((States() is [var last, ..] ? last.Number : 0) + 1, time.GetUtcNow(), by, title, origin, [.. files.OrderBy(f => f.Path, StringComparer.Ordinal)]);

    /// <summary>Keeps a state, and lets go of the oldest.</summary>
    public void Add(CorpusState state) => Settle(state, Stage(state));

    /// <summary>Writes a state down without keeping it yet: what needs space happens before anything changes.</summary>
    public string Stage(CorpusState state)
    {
        Directory.CreateDirectory(StateFolder);
        return AtomicFile.Stage(StateFile(state.Number), JsonSerializer.SerializeToUtf8Bytes(state, PublishingJson.Default.CorpusState));
    }

    /// <summary>Keeps what <see cref="Stage"/> wrote, and lets go of the oldest.</summary>
    public void Settle(CorpusState state, string staged)
    {
        File.Move(staged, StateFile(state.Number), overwrite: true);
        foreach (var old in States().Skip(kept)) AtomicFile.TryDelete(StateFile(old.Number));
        RemoveUnused();
    }

    /// <summary>Keeps what a folder holds, unless the newest state is the same.</summary>
    public CorpusState Record(IReadOnlyList<SourceFile> files)
    {
        var state = Next(null, States().Count == 0 ? "最初的内容" : "文件夹里的改动", StateOrigin.Folder, files.Select(f => new StateFile(f.Path, f.Hash, f.Bytes.Length)));
        if (States() is [var last, ..] && last.Fingerprint == state.Fingerprint) return last;
        foreach (var file in files) Keep(file.Bytes);
        Add(state);
        return state;
    }

    /// <summary>Says what is about to change.</summary>
    public void Begin(Publication publication) => Write(Pending, publication, PublishingJson.Default.Publication);

    /// <summary>What was begun and not finished; null where nothing was.</summary>
    public Publication? Begun() => ReadOne(Pending, PublishingJson.Default.Publication);

    /// <summary>It is done, or given up.</summary>
    public void End() => File.Delete(Pending);

    private string DraftFile(string id) => Path.Combine(DraftFolder, id + ".json");

    private string StateFile(int number) => Path.Combine(StateFolder, number.ToString("D8", CultureInfo.InvariantCulture) + ".json");

    private static bool IsId(string id) => id.Length == 16 && id.All(char.IsAsciiHexDigitLower);

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private void RemoveUnused()
    {
        if (!Directory.Exists(Blobs)) return;
        var needed = States().SelectMany(s => s.Files.Select(f => f.Hash)).Concat(Drafts().SelectMany(d => d.Changes.Select(c => c.Hash ?? ""))).ToHashSet(StringComparer.Ordinal);
        foreach (var blob in Directory.EnumerateFiles(Blobs))
        {
            if (!needed.Contains(Path.GetFileName(blob))) AtomicFile.TryDelete(blob);
        }
    }

    private static void Write<T>(string path, T value, JsonTypeInfo<T> type)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(value, type));
    }

    private static IEnumerable<T> Read<T>(string folder, JsonTypeInfo<T> type)
        where T : class =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.json").Where(f => !Path.GetFileName(f).StartsWith('.')).Select(f => ReadOne(f, type)).OfType<T>() : [];

    private static T? ReadOne<T>(string path, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), type);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}
