using System.Numerics;
using System.Runtime.InteropServices;

namespace PolicyQa.Comprehension;

/// <summary>Softmax over the columns and over the rows of a score matrix whose rows are whole blocks of <see cref="MatrixProduct.ColumnBlock"/>.</summary>
internal static class Attention
{
    /// <summary>Adds each column's own score, then writes each column's softmax as a row.</summary>
    /// <param name="s">rows × columns, changed in place.</param>
    /// <param name="rows">Rows, at least 1.</param>
    /// <param name="columns">Columns, a multiple of the block.</param>
    /// <param name="own">A score for each column.</param>
    /// <param name="turned">used × rows, written.</param>
    /// <param name="used">Columns that count; the others only fill up the block.</param>
    public static void Columns(Span<float> s, int rows, int columns, ReadOnlySpan<float> own, Span<float> turned, int used)
    {
        ref var scores = ref MemoryMarshal.GetReference(s[..(rows * columns)]);
        var (width, lanes) = ((nuint)columns, (nuint)Vector<float>.Count);
        Span<float> powers = stackalloc float[Vector<float>.Count];
        for (nuint k = 0; k < (nuint)used; k += lanes)
        {
            var plus = new Vector<float>(own[(int)k..]);
            var most = new Vector<float>(float.MinValue);
            for (nuint i = 0; i < (nuint)rows; i++)
            {
                var v = Vector.LoadUnsafe(ref scores, i * width + k) + plus;
                v.StoreUnsafe(ref scores, i * width + k);
                most = Vector.Max(most, v);
            }

            var sum = Vector<float>.Zero;
            var count = Math.Min((int)lanes, used - (int)k);
            for (nuint i = 0; i < (nuint)rows; i++)
            {
                var e = Vector.Exp(Vector.LoadUnsafe(ref scores, i * width + k) - most);
                sum += e;
                e.CopyTo(powers);
                for (var j = 0; j < count; j++) turned[((int)k + j) * rows + (int)i] = powers[j];
            }

            for (var j = 0; j < count; j++) Divide(turned.Slice(((int)k + j) * rows, rows), sum[j]);
        }

        // Whole blocks past the used columns count for nothing either.
        for (var k = (used + (int)lanes - 1) / (int)lanes * (int)lanes; k < columns; k += (int)lanes)
        {
            for (var i = 0; i < rows; i++) new Vector<float>(own[k..]).CopyTo(s[(i * columns + k)..]);
        }
    }

    /// <summary>Each row's softmax, in place.</summary>
    public static void Rows(Span<float> s, int rows, int columns)
    {
        for (var i = 0; i < rows; i++)
        {
            var row = s.Slice(i * columns, columns);
            var top = new Vector<float>(float.MinValue);
            for (var k = 0; k < columns; k += Vector<float>.Count) top = Vector.Max(top, new Vector<float>(row[k..]));
            var most = float.MinValue;
            for (var j = 0; j < Vector<float>.Count; j++) most = Math.Max(most, top[j]);
            var sum = Vector<float>.Zero;
            for (var k = 0; k < columns; k += Vector<float>.Count)
            {
                var e = Vector.Exp(new Vector<float>(row[k..]) - new Vector<float>(most));
                sum += e;
                e.CopyTo(row[k..]);
            }

            Divide(row, Vector.Sum(sum));
        }
    }

    private static void Divide(Span<float> x, float by)
    {
        var (i, divisor) = (0, new Vector<float>(by));
        for (; i + Vector<float>.Count <= x.Length; i += Vector<float>.Count) (new Vector<float>(x[i..]) / divisor).CopyTo(x[i..]);
        for (; i < x.Length; i++) x[i] /= by;
    }
}
