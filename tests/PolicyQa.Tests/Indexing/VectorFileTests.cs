using PolicyQa.Indexing;

namespace PolicyQa.Tests.Indexing;

/// <summary>Whatever became of the file, what is read from it is what was written.</summary>
public sealed class VectorFileTests : IDisposable
{
    private const int Dimensions = 5;

    private static readonly PassageText[] Passages = [.. Enumerable.Range(0, 6).Select(i => new PassageText($"第{i}段"))];

    private readonly TemporaryFolder folder = new();

    private string At => Path.Combine(folder.Path, "a.vec");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Vectors_are_found_again_by_the_words_of_their_passage()
    {
        Write();
        using var file = VectorFile.Open(At, "m");
        var vectors = file.Of([.. Passages.Reverse()])!;
        for (var p = 0; p < Passages.Length; p++) Assert.Equal(1, vectors.Cosine(Vector(Passages.Length - 1 - p), p), 4);
    }

    [Fact]
    public void Cut_off_anywhere_it_gives_whole_vectors_or_none_and_can_be_written_on()
    {
        Write();
        var whole = File.ReadAllBytes(At);
        for (var length = 0; length < whole.Length; length += 3)
        {
            File.WriteAllBytes(At, whole[..length]);
            using (var file = VectorFile.Open(At, "m"))
            {
                OnlyTrue(file);
                Assert.Null(file.Of(Passages));
                file.Add([.. Passages.Select((p, i) => (p.Key, Vector(i)))]);
            }

            using var again = VectorFile.Open(At, "m");
            Assert.NotNull(again.Of(Passages));
        }
    }

    [Fact]
    public void A_flipped_byte_costs_the_vector_it_is_in()
    {
        Write();
        var whole = File.ReadAllBytes(At);
        for (var at = 0; at < whole.Length; at += 2)
        {
            byte[] bytes = [.. whole];
            bytes[at] ^= 0x41;
            File.WriteAllBytes(At, bytes);
            using var file = VectorFile.Open(At, "m");
            OnlyTrue(file);
        }
    }

    [Fact]
    public void Another_model_s_vectors_are_none()
    {
        Write();
        using var file = VectorFile.Open(At, "n");
        Assert.Equal((0, 0), (file.Count, file.Dimensions));
    }

    [Fact]
    public void Vectors_of_passages_that_are_gone_are_dropped_once_they_are_most()
    {
        Write();
        using (var file = VectorFile.Open(At, "m")) file.Compact(Passages[..2]);
        using var kept = VectorFile.Open(At, "m");
        Assert.Equal(2, kept.Count);
        Assert.NotNull(kept.Of(Passages[..2]));
    }

    [Fact]
    public void Vectors_of_other_dimensions_are_refused()
    {
        Write();
        using var file = VectorFile.Open(At, "m");
        Assert.Throws<ArgumentException>(() => file.Add([(Passages[0].Key, [1, 0])]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(1025)]
    public void The_cosine_is_what_arithmetic_says_for_every_number_of_dimensions(int dimensions)
    {
        var random = new Random(dimensions);
        float[] Some() => PassageVectors.Unit([.. Enumerable.Range(0, dimensions).Select(_ => random.NextSingle() - 0.5f)])!;
        var (a, b) = (Some(), Some());
        Assert.Equal(a.Zip(b, (x, y) => (double)x * y).Sum(), new PassageVectors(dimensions, b).Cosine(a, 0), 5);
    }

    [Theory]
    [InlineData(float.NaN, 1)]
    [InlineData(float.PositiveInfinity, 1)]
    [InlineData(0, 0)]
    public void What_has_no_direction_is_no_vector(float first, float second) => Assert.Null(PassageVectors.Unit([first, second]));

    private static float[] Vector(int i) => PassageVectors.Unit([.. Enumerable.Range(0, Dimensions).Select(d => (float)Math.Cos(i * 7 + d))])!;

    private static void OnlyTrue(VectorFile file)
    {
        for (var p = 0; p < Passages.Length; p++)
        {
            if (file.Find(Passages[p].Key) is { } vector) Assert.Equal(Vector(p), vector);
        }
    }

    private void Write()
    {
        using var file = VectorFile.Open(At, "m");
        file.Add([.. Passages.Take(4).Select((p, i) => (p.Key, Vector(i)))]);
        file.Add([.. Passages.Skip(4).Select((p, i) => (p.Key, Vector(i + 4)))]);
    }
}
