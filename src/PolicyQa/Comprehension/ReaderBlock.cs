using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PolicyQa.Comprehension;

/// <summary>Layer norm, a depthwise convolution over 7 characters, a pointwise one, ReLU, and what came in added.</summary>
internal sealed class ReaderBlock(ReaderModel model, string name, int dilation)
{
    private const int Kernel = 7;
    private const float Epsilon = 1e-5f;

    private readonly float[] _gain = model[name + "._norm.weight"].Values;
    private readonly float[] _shift = model[name + "._norm.bias"].Values;
    private readonly float[] _taps = model[name + "._taps"].Values;
    private readonly float[] _mix = model[name + "._mix.weight"].Values;
    private readonly float[] _bias = model[name + "._mix.bias"].Values;

    /// <summary>x: rows × width, changed in place; scratch: at least twice as long.</summary>
    public void Run(float[] x, int rows, float[] scratch)
    {
        var d = _bias.Length;
        var normed = scratch.AsSpan(0, rows * d);
        var mixed = scratch.AsSpan(rows * d, rows * d);
        Normalise(x, rows, d, _gain, _shift, normed);
        Convolve(normed, rows, d, mixed);
        MatrixProduct.Multiply(mixed, d, rows, d, _mix, d, normed);
        ref var to = ref MemoryMarshal.GetReference(x.AsSpan(0, rows * d));
        ref var from = ref MemoryMarshal.GetReference(normed);
        ref var bias = ref MemoryMarshal.GetArrayDataReference(_bias);
        for (nuint i = 0, k = 0; i < (nuint)normed.Length; i += (nuint)Vector<float>.Count, k += (nuint)Vector<float>.Count)
        {
            if (k == (nuint)d) k = 0;
            var y = Vector.Max(Vector<float>.Zero, Vector.LoadUnsafe(ref from, i) + Vector.LoadUnsafe(ref bias, k));
            (y + Vector.LoadUnsafe(ref to, i)).StoreUnsafe(ref to, i);
        }
    }

    /// <summary>Each row to mean 0 and variance 1, then gain and shift (Ba et al. 2016).</summary>
    public static void Normalise(float[] x, int rows, int d, float[] gain, float[] shift, Span<float> y)
    {
        ref var from = ref MemoryMarshal.GetReference(x.AsSpan(0, rows * d));
        ref var to = ref MemoryMarshal.GetReference(y[..(rows * d)]);
        ref var gains = ref MemoryMarshal.GetReference(gain.AsSpan(0, d));
        ref var shifts = ref MemoryMarshal.GetReference(shift.AsSpan(0, d));
        var (width, lanes) = ((nuint)d, (nuint)Vector<float>.Count);
        for (var i = 0; i < rows; i++)
        {
            var (sum, squares) = (Vector<float>.Zero, Vector<float>.Zero);
            for (nuint k = 0; k < width; k += lanes)
            {
                var v = Vector.LoadUnsafe(ref from, k);
                sum += v;
                squares += v * v;
            }

            var mean = Vector.Sum(sum) / d;
            var scale = 1 / MathF.Sqrt(Math.Max(0, Vector.Sum(squares) / d - mean * mean) + Epsilon);
            var (means, scales) = (new Vector<float>(mean), new Vector<float>(scale));
            for (nuint k = 0; k < width; k += lanes)
                ((Vector.LoadUnsafe(ref from, k) - means) * scales * Vector.LoadUnsafe(ref gains, k) + Vector.LoadUnsafe(ref shifts, k)).StoreUnsafe(ref to, k);
            from = ref Unsafe.Add(ref from, d);
            to = ref Unsafe.Add(ref to, d);
        }
    }

    /// <summary>A stripe of columns at a time, whose seven taps stay in registers while the rows go by.</summary>
    private void Convolve(ReadOnlySpan<float> x, int rows, int d, Span<float> y)
    {
        var (reach, step) = (Kernel / 2 * dilation, dilation * d);
        ref var taps = ref MemoryMarshal.GetReference(_taps.AsSpan(0, Kernel * d));
        for (var k = 0; k < d; k += Vector<float>.Count)
        {
            ref var from = ref Unsafe.Add(ref MemoryMarshal.GetReference(x), k);
            ref var to = ref Unsafe.Add(ref MemoryMarshal.GetReference(y), k);
            ref var tap = ref Unsafe.Add(ref taps, k);
            Edge(ref from, ref to, ref tap, 0, Math.Min(reach, rows), rows, d);
            var (t0, t1, t2, t3) = (At(ref tap, 0), At(ref tap, d), At(ref tap, 2 * d), At(ref tap, 3 * d));
            var (t4, t5, t6) = (At(ref tap, 4 * d), At(ref tap, 5 * d), At(ref tap, 6 * d));
            for (var i = reach; i < rows - reach; i++)
            {
                ref var first = ref Unsafe.Add(ref from, (i - reach) * d);
                var sum = At(ref first, 0) * t0;
                sum += At(ref first, step) * t1;
                sum += At(ref first, 2 * step) * t2;
                sum += At(ref first, 3 * step) * t3;
                sum += At(ref first, 4 * step) * t4;
                sum += At(ref first, 5 * step) * t5;
                sum += At(ref first, 6 * step) * t6;
                sum.StoreUnsafe(ref to, (nuint)(i * d));
            }

            Edge(ref from, ref to, ref tap, Math.Max(reach, rows - reach), rows, rows, d);
        }
    }

    /// <summary>Rows near the text's ends, which lack some of their neighbours.</summary>
    private void Edge(ref float from, ref float to, ref float tap, int start, int end, int rows, int d)
    {
        for (var i = start; i < end; i++)
        {
            var sum = Vector<float>.Zero;
            for (var t = 0; t < Kernel; t++)
            {
                var row = i + (t - Kernel / 2) * dilation;
                if ((uint)row < (uint)rows) sum += At(ref from, row * d) * At(ref tap, t * d);
            }

            sum.StoreUnsafe(ref to, (nuint)(i * d));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> At(ref float from, int offset) => Vector.LoadUnsafe(ref from, (nuint)offset);
}
