using System.Text;
using PolicyQa.Comprehension;

namespace PolicyQa.Tests.Comprehension;

public sealed class WindowReaderTests
{
    private const string Window = "大桥镇图书馆建于1956年,现有藏书12万册。馆长李明毕业于南方大学。图书馆每天接待读者300人。";

    [Theory]
    [InlineData("大桥镇图书馆有多少藏书?", "12万册")]
    [InlineData("大桥镇图书馆建于哪一年?", "1956年")]
    [InlineData("馆长李明毕业于哪所大学?", "南方大学")]
    public void The_likeliest_span_is_the_answer(string question, string answer) =>
        Assert.Equal(answer, WindowReader.Shipped.Read(question, Window).Spans[0].Span.Of(Window));

    [Fact]
    public void A_window_about_something_else_more_likely_holds_no_answer()
    {
        var here = WindowReader.Shipped.Read("大桥镇图书馆有多少藏书?", Window).None;
        var elsewhere = WindowReader.Shipped.Read("小河镇游泳馆有多少教练?", Window).None;
        Assert.True(here < elsewhere - 1, $"{here} and {elsewhere}");
    }

    [Fact]
    public void No_answer_reaches_beyond_its_sentence() =>
        Assert.All(WindowReader.Shipped.Read("图书馆有什么?", Window).Spans, s => Assert.DoesNotContain("。", s.Span.Of(Window).TrimEnd('。'), StringComparison.Ordinal));

    [Theory]
    [InlineData("", "大桥镇。")]
    [InlineData("大桥镇?", "")]
    public void Empty_texts_are_read_without_fault(string question, string window) => Assert.InRange(WindowReader.Shipped.Read(question, window).None, -100, 0.001);

    [Fact]
    public void The_same_question_gets_the_same_scores_from_many_threads()
    {
        var first = WindowReader.Shipped.Read("大桥镇图书馆有多少藏书?", Window);
        Parallel.For(0, 32, _ => Assert.Equal(first.Start, WindowReader.Shipped.Read("大桥镇图书馆有多少藏书?", Window).Start));
    }

    [Fact]
    public void A_file_that_is_no_model_is_named_as_such()
    {
        var other = new MemoryStream();
        using (var writer = new BinaryWriter(other, Encoding.UTF8, leaveOpen: true)) writer.Write("something else");
        other.Position = 0;
        Assert.Contains("not a reader model", Assert.Throws<InvalidDataException>(() => new ReaderModel(other)).Message, StringComparison.Ordinal);
    }
}
