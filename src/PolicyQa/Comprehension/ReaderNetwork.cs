using System.Buffers;
using System.Numerics;

namespace PolicyQa.Comprehension;

/// <summary>
/// Reads a window of text for the answer of a question: the network that src/PolicyQa.ReaderTraining trains, in plain C#.
/// After QANet (Yu et al. 2018) without self-attention: separable convolutions over characters, attention both ways
/// (Seo et al. 2017), a score for each start and end and for no answer. Thread-safe.
/// </summary>
internal sealed class ReaderNetwork
{
    /// <summary>What stands in columns that only fill up a block: as good as minus infinity, and finite.</summary>
    private const float NoColumn = -1e30f;

    private readonly ReaderModel _model;
    private readonly ReaderBlock[] _encoder;
    private readonly ReaderBlock[] _first;
    private readonly ReaderBlock[] _second;
    private readonly int _d;
    private readonly int _inputSize;
    private readonly float[] _input;

    public ReaderNetwork(ReaderModel model)
    {
        _model = model;
        _d = model.Width;
        _encoder = [.. model.Encoder.Select((dilation, i) => new ReaderBlock(model, $"_encoder.{i}", dilation))];
        _first = [.. model.First.Select((dilation, i) => new ReaderBlock(model, $"_first.{i}", dilation))];
        _second = [.. model.Second.Select((dilation, i) => new ReaderBlock(model, $"_second.{i}", dilation))];
        _inputSize = model.CharacterSize + 2 * model.BigramSize + ReaderFeatures.Count;
        _input = model["_input.weight"].Values;
    }

    /// <summary>The one that ships.</summary>
    public static ReaderNetwork Shipped => Cache.Value;

    /// <summary>Scores of starts and ends in <paramref name="passage"/>.</summary>
    public ReaderScores Read(ReaderText question, ReaderText passage)
    {
        var (n, m, d) = (passage.Length, question.Length, _d);
        if (n == 0 || m == 0) return new ReaderScores(new float[n + 1], new float[n + 1]);
        var pool = ArrayPool<float>.Shared;
        var (p, q, scratch) = (pool.Rent(n * d), pool.Rent(m * d), pool.Rent(2 * Math.Max(n, m) * Math.Max(d, _inputSize)));
        try
        {
            Encode(passage, p, scratch);
            Encode(question, q, scratch);
            var fused = pool.Rent(n * d);
            Meet(p, n, q, m, fused);
            foreach (var block in _first) block.Run(fused, n, scratch);
            foreach (var block in _second) block.Run(fused, n, scratch);
            var scores = Heads(fused, n, q, m);
            pool.Return(fused);
            return scores;
        }
        finally
        {
            pool.Return(p);
            pool.Return(q);
            pool.Return(scratch);
        }
    }

    private void Encode(ReaderText text, float[] h, float[] scratch)
    {
        var (n, model) = (text.Length, _model);
        for (var i = 0; i < n; i++)
        {
            var row = scratch.AsSpan(i * _inputSize, _inputSize);
            model.Characters.CopyTo(text.Characters[i], row[..model.CharacterSize]);
            model.BigramVectors.CopyTo(text.Bigrams[i], row.Slice(model.CharacterSize, model.BigramSize));
            model.BigramVectors.CopyTo(text.Bigrams[i + 1], row.Slice(model.CharacterSize + model.BigramSize, model.BigramSize));
            text.Features.AsSpan(i * ReaderFeatures.Count, ReaderFeatures.Count).CopyTo(row[(model.CharacterSize + 2 * model.BigramSize)..]);
        }

        Linear(scratch, n, _inputSize, _input, _model["_input.bias"].Values, h);
        Relu(h.AsSpan(0, n * _d));
        foreach (var block in _encoder) block.Run(h, n, scratch);
    }

    /// <summary>Attention of each passage character to the question and, through it, to the passage; then what they say together.</summary>
    private void Meet(float[] p, int n, float[] q, int m, float[] fused)
    {
        var d = _d;
        var pool = ArrayPool<float>.Shared;
        var columns = (m + MatrixProduct.ColumnBlock - 1) / MatrixProduct.ColumnBlock * MatrixProduct.ColumnBlock;
        var (turned, s, b, through, wide) = (pool.Rent(d * columns), pool.Rent(n * columns), new float[columns * n], new float[m * d], pool.Rent(n * 4 * d));
        var (wq, wp, wqp) = (_model["_wq"].Values, _model["_wp"].Values, _model["_wqp"].Values);
        turned.AsSpan(0, d * columns).Clear();
        for (var j = 0; j < m; j++)
        {
            for (var k = 0; k < d; k++) turned[k * columns + j] = q[j * d + k] * wqp[k] + wp[k];
        }

        // (p * wqp)·q + p·wp, then q·wq
        MatrixProduct.Multiply(p, d, n, d, turned, columns, s);
        var own = new float[columns];
        Array.Fill(own, NoColumn, m, columns - m);
        for (var j = 0; j < m; j++) own[j] = Dot(q.AsSpan(j * d, d), wq);
        // columns: over the passage
        Attention.Columns(s, n, columns, own, b, m);
        MatrixProduct.Multiply(b, n, m, n, p, d, through);
        // rows: over the question
        Attention.Rows(s, n, columns);
        var (toQuestion, toPassage) = (pool.Rent(n * d), pool.Rent(n * d));
        MatrixProduct.Multiply(s, columns, n, m, q, d, toQuestion);
        MatrixProduct.Multiply(s, columns, n, m, through, d, toPassage);
        for (var i = 0; i < n; i++)
        {
            var here = p.AsSpan(i * d, d);
            var near = toQuestion.AsSpan(i * d, d);
            var far = toPassage.AsSpan(i * d, d);
            var row = wide.AsSpan(i * 4 * d, 4 * d);
            here.CopyTo(row);
            near.CopyTo(row[d..]);
            for (var k = 0; k < d; k += Vector<float>.Count)
            {
                var x = new Vector<float>(here[k..]);
                (x * new Vector<float>(near[k..])).CopyTo(row[(2 * d + k)..]);
                (x * new Vector<float>(far[k..])).CopyTo(row[(3 * d + k)..]);
            }
        }

        Linear(wide, n, 4 * d, _model["_fuse.weight"].Values, _model["_fuse.bias"].Values, fused);
        foreach (var array in new[] { turned, s, wide, toQuestion, toPassage }) pool.Return(array);
    }

    private ReaderScores Heads(float[] h, int n, float[] q, int m)
    {
        var d = _d;
        ReaderBlock.Normalise(h, n, d, _model["_last.weight"].Values, _model["_last.bias"].Values, h);
        // what the question is about, in one vector
        var weights = new float[m];
        var poolWeights = _model["_pool"].Values;
        for (var j = 0; j < m; j++) weights[j] = Dot(q.AsSpan(j * d, d), poolWeights);
        Softmax(weights);
        var u = new float[d];
        for (var j = 0; j < m; j++)
        {
            for (var k = 0; k < d; k++) u[k] += weights[j] * q[j * d + k];
        }

        var start = Head(h, n, u, "_start");
        var end = Head(h, n, u, "_end");
        var none = new float[3 * d];
        for (var k = 0; k < d; k += Vector<float>.Count)
        {
            var most = new Vector<float>(float.MinValue);
            for (var i = 0; i < n; i++) most = Vector.Max(most, new Vector<float>(h, i * d + k));
            var asked = new Vector<float>(u, k);
            asked.CopyTo(none, k);
            most.CopyTo(none, d + k);
            (asked * most).CopyTo(none, 2 * d + k);
        }

        var hidden = new float[32];
        Linear(none, 1, 3 * d, _model["_null1.weight"].Values, _model["_null1.bias"].Values, hidden);
        Relu(hidden);
        var (last, bias) = (_model["_null2.weight"], _model["_null2.bias"].Values);
        for (var c = 0; c < 2; c++)
        {
            var sum = bias[c];
            for (var k = 0; k < hidden.Length; k++) sum += hidden[k] * last.Values[k * 2 + c];
            (c == 0 ? start : end)[0] = sum;
        }

        return new ReaderScores(start, end);
    }

    private float[] Head(float[] h, int n, float[] u, string name)
    {
        var d = _d;
        var v = new float[d];
        Linear(u, 1, d, _model[name + ".weight"].Values, _model[name + ".bias"].Values, v);
        var own = _model[name + "Bias.weight"].Values;
        for (var k = 0; k < d; k++) v[k] += own[k];
        var constant = _model[name + "Bias.bias"].Values[0];
        var scores = new float[n + 1];
        for (var i = 0; i < n; i++) scores[i + 1] = Dot(h.AsSpan(i * d, d), v) + constant;
        return scores;
    }

    private static void Linear(float[] x, int rows, int inner, float[] weights, float[] bias, float[] y)
    {
        var columns = bias.Length;
        for (var i = 0; i < rows; i++) bias.CopyTo(y, i * columns);
        MatrixProduct.Multiply(x, inner, rows, inner, weights, columns, y, add: true);
    }

    private static void Relu(Span<float> x)
    {
        var i = 0;
        for (; i + Vector<float>.Count <= x.Length; i += Vector<float>.Count) Vector.Max(Vector<float>.Zero, new Vector<float>(x[i..])).CopyTo(x[i..]);
        for (; i < x.Length; i++) x[i] = Math.Max(0, x[i]);
    }

    private static void Softmax(Span<float> x)
    {
        var most = float.MinValue;
        foreach (var v in x) most = Math.Max(most, v);
        var sum = 0f;
        for (var i = 0; i < x.Length; i++) sum += x[i] = MathF.Exp(x[i] - most);
        for (var i = 0; i < x.Length; i++) x[i] /= sum;
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = Vector<float>.Zero;
        var i = 0;
        for (; i + Vector<float>.Count <= b.Length; i += Vector<float>.Count) sum += new Vector<float>(a[i..]) * new Vector<float>(b[i..]);
        var total = Vector.Sum(sum);
        for (; i < b.Length; i++) total += a[i] * b[i];
        return total;
    }

    private static class Cache
    {
        public static readonly ReaderNetwork Value = new(ReaderModel.Shipped);
    }
}
