using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace PolicyQa.Indexing;

/// <summary>
/// The vectors of passages that one model has made, on disk beside the index. Records are only ever appended, each with a
/// check sum, so whatever a killed process leaves behind is read up to its last whole record, and what was paid for once is
/// not asked for again. Passages are known by their words: a rebuilt index finds those that did not change.
/// </summary>
public sealed class VectorFile : IDisposable
{
    private const string Magic = "PQVEC001";
    private const int KeyBytes = 16;
    private const int SumBytes = 4;
    private const int MostDimensions = 65_536;

    private readonly string _path;
    private readonly string _model;
    private readonly Dictionary<UInt128, float[]> _vectors = [];
    private FileStream? _file;

    private VectorFile(string path, string model) => (_path, _model) = (path, model);

    /// <summary>0 until the first vector is there.</summary>
    public int Dimensions { get; private set; }

    /// <summary>Vectors held, those of passages that are gone among them.</summary>
    public int Count => _vectors.Count;

    /// <summary>Reads the file; one that is missing, broken or another model's counts as empty.</summary>
    /// <param name="path">Where it is, or will be.</param>
    /// <param name="model">What made the vectors, as the caller tells models apart.</param>
    /// <exception cref="IOException">It cannot be read though it is there.</exception>
    public static VectorFile Open(string path, string model)
    {
        var file = new VectorFile(path, model);
        if (File.Exists(path)) file.Read(Bytes(path));
        return file;
    }

    /// <summary>The vector of these words, or null.</summary>
    public float[]? Find(UInt128 key) => _vectors.GetValueOrDefault(key);

    /// <summary>Keeps vectors, on disk before this returns.</summary>
    /// <param name="added">Of length 1, all of the same dimensions as those before.</param>
    /// <exception cref="ArgumentException">Other dimensions.</exception>
    /// <exception cref="IOException">The disk is full or read-only.</exception>
    public void Add(IReadOnlyList<(UInt128 Key, float[] Vector)> added)
    {
        if (added.Count == 0) return;
        if (Dimensions == 0) Dimensions = added[0].Vector.Length;
        if (added.Any(a => a.Vector.Length != Dimensions)) throw new ArgumentException($"vectors that are not of {Dimensions} dimensions", nameof(added));
        if (_file is null) Begin();
        foreach (var (key, vector) in added)
        {
            _file!.Write(Record(key, vector));
            _vectors[key] = vector;
        }

        _file!.Flush(flushToDisk: true);
    }

    /// <summary>All vectors of an index; null where one is missing: half an index is none.</summary>
    public PassageVectors? Of(IReadOnlyList<PassageText> passages)
    {
        if (passages.Count == 0 || Dimensions == 0) return null;
        var rows = new float[(long)passages.Count * Dimensions];
        for (var p = 0; p < passages.Count; p++)
        {
            if (Find(passages[p].Key) is not { } vector) return null;
            vector.CopyTo(rows, p * Dimensions);
        }

        return new PassageVectors(Dimensions, rows);
    }

    /// <summary>Drops vectors of passages that are gone, once they are more than those in use.</summary>
    public void Compact(IReadOnlyList<PassageText> used)
    {
        var keys = used.Select(p => p.Key).ToHashSet();
        if (_vectors.Count <= 2 * keys.Count) return;
        foreach (var gone in _vectors.Keys.Where(k => !keys.Contains(k)).ToArray()) _vectors.Remove(gone);
        Rewrite();
    }

    /// <summary>Forgets everything: the model behind the name is another one now.</summary>
    public void Clear()
    {
        _vectors.Clear();
        Dimensions = 0;
        _file?.Dispose();
        _file = null;
        File.Delete(_path);
    }

    public void Dispose() => _file?.Dispose();

    /// <summary>A server may be writing meanwhile: what is whole counts.</summary>
    private static byte[] Bytes(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var memory = new MemoryStream();
        file.CopyTo(memory);
        return memory.ToArray();
    }

    private void Begin()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        // Whatever could not be read is gone with this, a record half written among it.
        Rewrite();
    }

    /// <summary>Writes what is held beside the old file, then takes its place: there is never a moment without a whole one.</summary>
    private void Rewrite()
    {
        _file?.Dispose();
        _file = null;
        var draft = _path + ".new";
        var file = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
        try
        {
            file.Write(Header());
            foreach (var (key, vector) in _vectors) file.Write(Record(key, vector));
            file.Flush(flushToDisk: true);
            File.Move(draft, _path, overwrite: true);
        }
        catch
        {
            file.Dispose();
            throw;
        }

        _file = file;
    }

    private byte[] Header()
    {
        var model = Encoding.UTF8.GetBytes(_model);
        byte[] header = [.. Encoding.ASCII.GetBytes(Magic), .. new byte[8], .. model];
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(Magic.Length), Dimensions);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(Magic.Length + 4), model.Length);
        return [.. header, .. Sum(header)];
    }

    private static byte[] Record(UInt128 key, float[] vector)
    {
        var record = new byte[KeyBytes + vector.Length * sizeof(float)];
        BinaryPrimitives.WriteUInt128LittleEndian(record, key);
        MemoryMarshal.AsBytes(vector.AsSpan()).CopyTo(record.AsSpan(KeyBytes));
        return [.. record, .. Sum(record)];
    }

    private void Read(byte[] bytes)
    {
        var at = Magic.Length + 8;
        if (bytes.Length < at || !bytes.AsSpan(0, Magic.Length).SequenceEqual(Encoding.ASCII.GetBytes(Magic))) return;
        var dimensions = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(Magic.Length));
        var named = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(Magic.Length + 4));
        if (dimensions is < 1 or > MostDimensions || named < 0 || named > bytes.Length - at - SumBytes) return;
        var header = bytes.AsSpan(0, at + named);
        if (Encoding.UTF8.GetString(header[at..]) != _model || !bytes.AsSpan(header.Length, SumBytes).SequenceEqual(Sum(header))) return;
        Dimensions = dimensions;
        var length = KeyBytes + dimensions * sizeof(float);
        for (at = header.Length + SumBytes; at + length + SumBytes <= bytes.Length; at += length + SumBytes)
        {
            var record = bytes.AsSpan(at, length);
            if (!bytes.AsSpan(at + length, SumBytes).SequenceEqual(Sum(record))) continue;
            _vectors[BinaryPrimitives.ReadUInt128LittleEndian(record)] = MemoryMarshal.Cast<byte, float>(record[KeyBytes..]).ToArray();
        }
    }

    /// <summary>CRC-32C.</summary>
    private static byte[] Sum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        var longs = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in longs) crc = BitOperations.Crc32C(crc, word);
        foreach (var rest in bytes[(longs.Length * sizeof(ulong))..]) crc = BitOperations.Crc32C(crc, rest);
        var sum = new byte[SumBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(sum, ~crc);
        return sum;
    }
}
