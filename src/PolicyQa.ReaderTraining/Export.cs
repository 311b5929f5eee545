using PolicyQa.Comprehension;
using static TorchSharp.torch;

namespace PolicyQa.ReaderTraining;

/// <summary>Writes vocabulary and weights as <c>ReaderModel</c> reads them: vectors in one byte a value, the rest in half precision.</summary>
internal static class Export
{
    public static void Write(string path, ReaderNet net, ReaderVocabulary vocabulary, ReaderShape shape)
    {
        using (var w = new BinaryWriter(File.Create(path + ".tmp")))
        {
            w.Write("PQREADER3");
            w.Write(vocabulary.Characters);
            w.Write(vocabulary.Bigrams);
            foreach (var r in vocabulary.Rarities) w.Write((byte)Math.Round(r * 255));
            w.Write(shape.Width);
            w.Write(shape.CharacterSize);
            w.Write(shape.BigramSize);
            foreach (var list in new[] { shape.Encoder, shape.First, shape.Second })
            {
                w.Write(list.Length);
                foreach (var x in list) w.Write(x);
            }

            var named = net.named_parameters().OrderBy(x => x.name, StringComparer.Ordinal).ToArray();
            Bytes(w, named.Single(p => p.name == "_characters.weight").parameter);
            Bytes(w, net.Bigrams);
            var rest = named.Where(p => p.name != "_characters.weight").ToArray();
            w.Write(rest.Length);
            foreach (var (name, parameter) in rest)
            {
                using var scope = NewDisposeScope();
                // linear layers are used as inputs x outputs; taps are taps x width already
                var t = parameter.detach();
                if (t.dim() == 2 && name.EndsWith(".weight", StringComparison.Ordinal)) t = t.t().contiguous();
                w.Write(name);
                w.Write(t.dim() == 2 ? (int)t.shape[0] : 1);
                w.Write((int)t.shape[^1]);
                foreach (var x in t.data<float>()) w.Write((Half)x);
            }
        }

        File.Move(path + ".tmp", path, overwrite: true);
    }

    /// <summary>The table as the file gives it back.</summary>
    public static Tensor Rounded(Tensor table)
    {
        var values = Values(table);
        var columns = (int)table.shape[1];
        for (var from = 0; from < values.Length; from += columns)
        {
            var row = values.AsSpan(from, columns);
            var scale = Scale(row);
            foreach (ref var x in row) x = Byte(x, scale) * (float)scale;
        }

        return tensor(values).view(table.shape);
    }

    /// <summary>Each row with a scale of its own.</summary>
    private static void Bytes(BinaryWriter w, Tensor table)
    {
        var values = Values(table);
        var columns = (int)table.shape[1];
        w.Write(values.Length);
        for (var from = 0; from < values.Length; from += columns)
        {
            var row = values.AsSpan(from, columns);
            var scale = Scale(row);
            w.Write(scale);
            foreach (var x in row) w.Write(Byte(x, scale));
        }
    }

    private static float[] Values(Tensor table) => table.detach().contiguous().data<float>().ToArray();

    private static Half Scale(Span<float> row) => (Half)(Math.Max(1e-4f, row.ToArray().Max(Math.Abs)) / 127);

    private static sbyte Byte(float x, Half scale) => (sbyte)Math.Clamp(Math.Round(x / (float)scale), -127, 127);
}
