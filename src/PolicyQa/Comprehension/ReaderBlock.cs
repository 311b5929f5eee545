using System.Numerics;

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
        var lanes = Vector<float>.Count;
        for (var i = 0; i < rows; i++)
        {
            for (var k = 0; k < d; k += lanes)
            {
                var at = i * d + k;
                var y = Vector.Max(Vector<float>.Zero, new Vector<float>(normed[at..]) + new Vector<float>(_bias, k));
                (y + new Vector<float>(x, at)).CopyTo(x, at);
            }
        }
    }

    /// <summary>Each row to mean 0 and variance 1, then gain and shift (Ba et al. 2016).</summary>
    public static void Normalise(float[] x, int rows, int d, float[] gain, float[] shift, Span<float> y)
    {
        var lanes = Vector<float>.Count;
        for (var i = 0; i < rows; i++)
        {
            var (sum, squares) = (Vector<float>.Zero, Vector<float>.Zero);
            for (var k = 0; k < d; k += lanes)
            {
                var v = new Vector<float>(x, i * d + k);
                sum += v;
                squares += v * v;
            }

            var mean = Vector.Sum(sum) / d;
            var scale = 1 / MathF.Sqrt(Math.Max(0, Vector.Sum(squares) / d - mean * mean) + Epsilon);
            var (means, scales) = (new Vector<float>(mean), new Vector<float>(scale));
            for (var k = 0; k < d; k += lanes)
                ((new Vector<float>(x, i * d + k) - means) * scales * new Vector<float>(gain, k) + new Vector<float>(shift, k)).CopyTo(y[(i * d + k)..]);
        }
    }

    private void Convolve(ReadOnlySpan<float> x, int rows, int d, Span<float> y)
    {
        var lanes = Vector<float>.Count;
        for (var i = 0; i < rows; i++)
        {
            for (var k = 0; k < d; k += lanes)
            {
                var sum = Vector<float>.Zero;
                for (var t = 0; t < Kernel; t++)
                {
                    var row = i + (t - Kernel / 2) * dilation;
                    if ((uint)row < (uint)rows) sum += new Vector<float>(x[(row * d + k)..]) * new Vector<float>(_taps, t * d + k);
                }

                sum.CopyTo(y[(i * d + k)..]);
            }
        }
    }
}
