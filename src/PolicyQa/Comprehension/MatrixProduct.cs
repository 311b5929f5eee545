using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PolicyQa.Comprehension;

/// <summary>Products of small matrices, blocked for registers: 6 rows by 32 columns at a time.</summary>
internal static class MatrixProduct
{
    /// <summary>Columns must be a multiple of this.</summary>
    public const int ColumnBlock = 32;

    private const int Lanes = 16;

    /// <summary>y = x w, or y += x w. x: rows × inner, row by row, each row <paramref name="xStride"/> apart; w: inner × columns; y: rows × columns.</summary>
    public static void Multiply(ReadOnlySpan<float> x, int xStride, int rows, int inner, ReadOnlySpan<float> w, int columns, Span<float> y, bool add = false)
    {
        if (columns % ColumnBlock != 0 || w.Length < inner * columns || y.Length < rows * columns || (rows > 0 && x.Length < (rows - 1) * xStride + inner))
            throw new ArgumentException("matrices do not fit each other", nameof(w));
        ref var px = ref MemoryMarshal.GetReference(x);
        ref var pw = ref MemoryMarshal.GetReference(w);
        ref var py = ref MemoryMarshal.GetReference(y);
        for (var column = 0; column < columns; column += ColumnBlock)
        {
            var row = 0;
            for (; row + 6 <= rows; row += 6) Six(ref Unsafe.Add(ref px, row * xStride), xStride, inner, ref Unsafe.Add(ref pw, column), columns, ref Unsafe.Add(ref py, row * columns + column), add);
            for (; row < rows; row++) One(ref Unsafe.Add(ref px, row * xStride), inner, ref Unsafe.Add(ref pw, column), columns, ref Unsafe.Add(ref py, row * columns + column), add);
        }
    }

    private static void Six(ref float x, int stride, int inner, ref float w, int columns, ref float y, bool add)
    {
        Vector512<float> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default, e0 = default, e1 = default, f0 = default, f1 = default;
        for (var k = 0; k < inner; k++)
        {
            ref var row = ref Unsafe.Add(ref w, k * columns);
            var w0 = Vector512.LoadUnsafe(ref row);
            var w1 = Vector512.LoadUnsafe(ref row, Lanes);
            var v = Vector512.Create(Unsafe.Add(ref x, k));
            (a0, a1) = (Vector512.FusedMultiplyAdd(v, w0, a0), Vector512.FusedMultiplyAdd(v, w1, a1));
            v = Vector512.Create(Unsafe.Add(ref x, stride + k));
            (b0, b1) = (Vector512.FusedMultiplyAdd(v, w0, b0), Vector512.FusedMultiplyAdd(v, w1, b1));
            v = Vector512.Create(Unsafe.Add(ref x, 2 * stride + k));
            (c0, c1) = (Vector512.FusedMultiplyAdd(v, w0, c0), Vector512.FusedMultiplyAdd(v, w1, c1));
            v = Vector512.Create(Unsafe.Add(ref x, 3 * stride + k));
            (d0, d1) = (Vector512.FusedMultiplyAdd(v, w0, d0), Vector512.FusedMultiplyAdd(v, w1, d1));
            v = Vector512.Create(Unsafe.Add(ref x, 4 * stride + k));
            (e0, e1) = (Vector512.FusedMultiplyAdd(v, w0, e0), Vector512.FusedMultiplyAdd(v, w1, e1));
            v = Vector512.Create(Unsafe.Add(ref x, 5 * stride + k));
            (f0, f1) = (Vector512.FusedMultiplyAdd(v, w0, f0), Vector512.FusedMultiplyAdd(v, w1, f1));
        }

        Store(a0, a1, ref y, add);
        Store(b0, b1, ref Unsafe.Add(ref y, columns), add);
        Store(c0, c1, ref Unsafe.Add(ref y, 2 * columns), add);
        Store(d0, d1, ref Unsafe.Add(ref y, 3 * columns), add);
        Store(e0, e1, ref Unsafe.Add(ref y, 4 * columns), add);
        Store(f0, f1, ref Unsafe.Add(ref y, 5 * columns), add);
    }

    private static void One(ref float x, int inner, ref float w, int columns, ref float y, bool add)
    {
        Vector512<float> a0 = default, a1 = default;
        for (var k = 0; k < inner; k++)
        {
            ref var row = ref Unsafe.Add(ref w, k * columns);
            var v = Vector512.Create(Unsafe.Add(ref x, k));
            a0 = Vector512.FusedMultiplyAdd(v, Vector512.LoadUnsafe(ref row), a0);
            a1 = Vector512.FusedMultiplyAdd(v, Vector512.LoadUnsafe(ref row, Lanes), a1);
        }

        Store(a0, a1, ref y, add);
    }

    private static void Store(Vector512<float> first, Vector512<float> second, ref float y, bool add)
    {
        if (add) (first, second) = (first + Vector512.LoadUnsafe(ref y), second + Vector512.LoadUnsafe(ref y, Lanes));
        first.StoreUnsafe(ref y);
        second.StoreUnsafe(ref y, Lanes);
    }
}
