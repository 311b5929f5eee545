using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PolicyQa.Comprehension;

/// <summary>
/// Products of small matrices, blocked for registers: 6 rows at a time by 32 columns where vectors are 512 bits wide, else
/// by 16, which is what sixteen 256-bit registers hold. Each sum runs in the same order either way, so the results are the same.
/// </summary>
internal static class MatrixProduct
{
    /// <summary>Columns must be a multiple of this.</summary>
    public const int ColumnBlock = 32;

    private const int Rows = 6;

    /// <summary>y = x w, or y += x w. x: rows × inner, row by row, each row <paramref name="xStride"/> apart; w: inner × columns; y: rows × columns.</summary>
    public static void Multiply(ReadOnlySpan<float> x, int xStride, int rows, int inner, ReadOnlySpan<float> w, int columns, Span<float> y, bool add = false)
    {
        if (columns % ColumnBlock != 0 || w.Length < inner * columns || y.Length < rows * columns || (rows > 0 && x.Length < (rows - 1) * xStride + inner))
            throw new ArgumentException("matrices do not fit each other", nameof(w));
        ref var px = ref MemoryMarshal.GetReference(x);
        ref var pw = ref MemoryMarshal.GetReference(w);
        ref var py = ref MemoryMarshal.GetReference(y);
        var block = Vector512.IsHardwareAccelerated ? ColumnBlock : ColumnBlock / 2;
        for (var column = 0; column < columns; column += block)
        {
            ref var down = ref Unsafe.Add(ref pw, column);
            var row = 0;
            for (; row + Rows <= rows; row += Rows)
            {
                if (Vector512.IsHardwareAccelerated) Six512(ref Unsafe.Add(ref px, row * xStride), xStride, inner, ref down, columns, ref Unsafe.Add(ref py, row * columns + column), add);
                else Six256(ref Unsafe.Add(ref px, row * xStride), xStride, inner, ref down, columns, ref Unsafe.Add(ref py, row * columns + column), add);
            }

            for (; row < rows; row++)
            {
                for (var part = 0; part < block; part += ColumnBlock / 2)
                    One(ref Unsafe.Add(ref px, row * xStride), inner, ref Unsafe.Add(ref down, part), columns, ref Unsafe.Add(ref py, row * columns + column + part), add);
            }
        }
    }

    private static void Six512(ref float x, int stride, int inner, ref float w, int columns, ref float y, bool add)
    {
        Vector512<float> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default, e0 = default, e1 = default, f0 = default, f1 = default;
        for (var k = 0; k < inner; k++)
        {
            var w0 = Vector512.LoadUnsafe(ref w);
            var w1 = Vector512.LoadUnsafe(ref w, 16);
            w = ref Unsafe.Add(ref w, columns);
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

    private static void Six256(ref float x, int stride, int inner, ref float w, int columns, ref float y, bool add)
    {
        Vector256<float> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default, e0 = default, e1 = default, f0 = default, f1 = default;
        ref var xb = ref Unsafe.Add(ref x, stride);
        ref var xc = ref Unsafe.Add(ref x, 2 * stride);
        ref var xd = ref Unsafe.Add(ref x, 3 * stride);
        ref var xe = ref Unsafe.Add(ref x, 4 * stride);
        ref var xf = ref Unsafe.Add(ref x, 5 * stride);
        for (nint k = 0; k < inner; k++)
        {
            var w0 = Vector256.LoadUnsafe(ref w);
            var w1 = Vector256.LoadUnsafe(ref w, 8);
            w = ref Unsafe.Add(ref w, columns);
            var v = Vector256.Create(Unsafe.Add(ref x, k));
            (a0, a1) = (Vector256.FusedMultiplyAdd(v, w0, a0), Vector256.FusedMultiplyAdd(v, w1, a1));
            v = Vector256.Create(Unsafe.Add(ref xb, k));
            (b0, b1) = (Vector256.FusedMultiplyAdd(v, w0, b0), Vector256.FusedMultiplyAdd(v, w1, b1));
            v = Vector256.Create(Unsafe.Add(ref xc, k));
            (c0, c1) = (Vector256.FusedMultiplyAdd(v, w0, c0), Vector256.FusedMultiplyAdd(v, w1, c1));
            v = Vector256.Create(Unsafe.Add(ref xd, k));
            (d0, d1) = (Vector256.FusedMultiplyAdd(v, w0, d0), Vector256.FusedMultiplyAdd(v, w1, d1));
            v = Vector256.Create(Unsafe.Add(ref xe, k));
            (e0, e1) = (Vector256.FusedMultiplyAdd(v, w0, e0), Vector256.FusedMultiplyAdd(v, w1, e1));
            v = Vector256.Create(Unsafe.Add(ref xf, k));
            (f0, f1) = (Vector256.FusedMultiplyAdd(v, w0, f0), Vector256.FusedMultiplyAdd(v, w1, f1));
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
        Vector256<float> a0 = default, a1 = default;
        for (nint k = 0; k < inner; k++)
        {
            var v = Vector256.Create(Unsafe.Add(ref x, k));
            a0 = Vector256.FusedMultiplyAdd(v, Vector256.LoadUnsafe(ref w), a0);
            a1 = Vector256.FusedMultiplyAdd(v, Vector256.LoadUnsafe(ref w, 8), a1);
            w = ref Unsafe.Add(ref w, columns);
        }

        Store(a0, a1, ref y, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<float> first, Vector512<float> second, ref float y, bool add)
    {
        if (add) (first, second) = (first + Vector512.LoadUnsafe(ref y), second + Vector512.LoadUnsafe(ref y, 16));
        first.StoreUnsafe(ref y);
        second.StoreUnsafe(ref y, 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<float> first, Vector256<float> second, ref float y, bool add)
    {
        if (add) (first, second) = (first + Vector256.LoadUnsafe(ref y), second + Vector256.LoadUnsafe(ref y, 8));
        first.StoreUnsafe(ref y);
        second.StoreUnsafe(ref y, 8);
    }
}
