using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PolicyQa.Comprehension;

/// <summary>Vectors by id, one byte a value, each row with a scale of its own.</summary>
internal sealed class VectorTable
{
    private readonly sbyte[] _values;
    private readonly float[] _scales;

    /// <summary>Reads a table: the number of values, then each row's scale (half precision) and bytes.</summary>
    /// <exception cref="InvalidDataException">The stream breaks off.</exception>
    public VectorTable(BinaryReader reader, int size)
    {
        _values = new sbyte[reader.ReadInt32()];
        _scales = new float[_values.Length / size];
        for (var row = 0; row < _scales.Length; row++)
        {
            _scales[row] = (float)reader.ReadHalf();
            if (reader.Read(MemoryMarshal.AsBytes(_values.AsSpan(row * size, size))) != size) throw new InvalidDataException("the reader model breaks off");
        }
    }

    /// <summary>The vector of <paramref name="id"/>, as long as <paramref name="row"/>.</summary>
    public void CopyTo(int id, Span<float> row)
    {
        var from = _values.AsSpan(id * row.Length, row.Length);
        var scale = _scales[id];
        var k = 0;
        for (; k + Vector256<float>.Count <= row.Length; k += Vector256<float>.Count)
        {
            var (low, high) = Vector128.Widen(Vector128.WidenLower(Vector128.CreateScalarUnsafe(MemoryMarshal.Read<long>(MemoryMarshal.AsBytes(from[k..]))).AsSByte()));
            (Vector256.ConvertToSingle(Vector256.Create(low, high)) * scale).CopyTo(row[k..]);
        }

        for (; k < row.Length; k++) row[k] = from[k] * scale;
    }
}
