using PolicyQa.Comprehension;

namespace PolicyQa.Tests.Comprehension;

public sealed class AttentionTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 20)]
    [InlineData(40, 32)]
    [InlineData(13, 33)]
    public void Softmax_goes_down_the_columns_and_along_the_rows(int rows, int used)
    {
        var columns = (used + MatrixProduct.ColumnBlock - 1) / MatrixProduct.ColumnBlock * MatrixProduct.ColumnBlock;
        var random = new Random(1);
        float[] own = [.. Enumerable.Range(0, columns).Select(j => j < used ? random.NextSingle() : -1e30f)];
        float[] s = [.. Enumerable.Range(0, rows * columns).Select(i => i % columns < used ? 4 * random.NextSingle() - 2 : 0)];
        double[] scores = [.. s.Select((v, i) => v + (double)own[i % columns])];
        var turned = new float[used * rows];
        Attention.Columns(s, rows, columns, own, turned, used);
        Attention.Rows(s, rows, columns);
        for (var j = 0; j < used; j++)
        {
            var sum = Enumerable.Range(0, rows).Sum(i => Math.Exp(scores[i * columns + j]));
            for (var i = 0; i < rows; i++) Assert.Equal(Math.Exp(scores[i * columns + j]) / sum, turned[j * rows + i], 1e-5);
        }

        for (var i = 0; i < rows; i++)
        {
            var sum = Enumerable.Range(0, used).Sum(j => Math.Exp(scores[i * columns + j]));
            for (var j = 0; j < columns; j++) Assert.Equal(j < used ? Math.Exp(scores[i * columns + j]) / sum : 0, s[i * columns + j], 1e-5);
        }
    }
}
