using System.Text;
using CsCheck;
using PolicyQa.Evaluation;

namespace PolicyQa.Tests.Evaluation;

public sealed class ByteLinesTests
{
    [Fact]
    public void Lines_longer_than_the_buffer_come_out_whole() =>
        Gen.Char['a', 'z'].Array[0, 4].Array[1, 6].Select(Gen.Int[1, 60_000]).Sample((words, repeat) =>
        {
            var lines = words.Select(w => string.Concat(Enumerable.Repeat(new string(w), repeat))).ToArray();
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));
            Assert.Equal(lines, ByteLines.Read(stream).Select(l => Encoding.UTF8.GetString(l.Span)));
        }, iter: 40, seed: "0000KOIKNpQ0");

    [Theory]
    [InlineData("", new string[0])]
    [InlineData("a", new[] { "a" })]
    [InlineData("a\n", new[] { "a" })]
    [InlineData("\n\na", new[] { "", "", "a" })]
    [InlineData("\uFEFFa\r\nb\r", new[] { "a", "b" })]
    public void Line_ends_and_byte_order_marks_are_dropped(string text, string[] expected)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        Assert.Equal(expected, ByteLines.Read(stream).Select(l => Encoding.UTF8.GetString(l.Span)));
    }
}
