using CsCheck;
using PolicyQa.Comprehension;

namespace PolicyQa.Tests.Comprehension;

public sealed class MatrixProductTests
{
    [Fact]
    public void It_is_the_product_of_the_definition()
    {
        Gen.Select(Gen.Int[0, 20], Gen.Int[1, 40], Gen.Int[1, 3], Gen.Int[0, 5], Gen.Bool, Gen.Int[0, 1_000_000]).Sample((rows, inner, blocks, gap, add, seed) =>
        {
            var random = new Random(seed);
            var (columns, stride) = (blocks * MatrixProduct.ColumnBlock, inner + gap);
            float[] x = Values(rows * stride), w = Values(inner * columns), y = Values(rows * columns);
            var expected = new double[rows * columns];
            for (var i = 0; i < rows; i++)
            {
                for (var j = 0; j < columns; j++)
                {
                    expected[i * columns + j] = add ? y[i * columns + j] : 0;
                    for (var k = 0; k < inner; k++) expected[i * columns + j] += (double)x[i * stride + k] * w[k * columns + j];
                }
            }

            MatrixProduct.Multiply(x, stride, rows, inner, w, columns, y, add);
            for (var i = 0; i < y.Length; i++) Assert.Equal(expected[i], y[i], tolerance: 1e-4);

            float[] Values(int count) => [.. Enumerable.Range(0, count).Select(_ => (float)(random.NextDouble() * 2 - 1))];
        });
    }

    [Fact]
    public void Matrices_that_do_not_fit_are_refused() =>
        Assert.Throws<ArgumentException>(() => MatrixProduct.Multiply(new float[4], 2, 2, 2, new float[2 * 32 - 1], 32, new float[64]));
}
