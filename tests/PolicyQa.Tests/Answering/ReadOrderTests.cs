using PolicyQa.Analysis;
using PolicyQa.Answering;
using PolicyQa.Corpus;
using PolicyQa.Retrieval;

namespace PolicyQa.Tests.Answering;

public sealed class ReadOrderTests
{
    [Fact]
    public void The_shipped_weights_name_every_feature_and_none_is_negative()
    {
        var lines = EmbeddedText.Lines("order.txt").ToArray();
        Assert.Equal(ReadOrder.Names, lines.Select(l => l.Split(' ')[0]));
        Assert.DoesNotContain(lines, l => l.Contains('-', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("what the reader is sure of comes before what it doubts", new[] { 20.0, 19.5 }, new[] { -2.0, 5.0 }, "10", "01")]
    [InlineData("equal odds leave the ranker's order", new[] { 20.0, 19.5, 19.0 }, new[] { 1.0, 1.0, 1.0 }, "012", "012")]
    [InlineData("equal scores and odds leave the ranker's order", new[] { 20.0, 20.0 }, new[] { 9.0, 9.0 }, "01", "0")]
    [InlineData("a lead that no reading makes up for holds, and nothing behind it is read", new[] { 40.0, 20.0, 19.0 }, new[] { -9.0, 9.0, 9.0 }, "012", "0")]
    [InlineData("where the first is surely the answer's, the next is not read", new[] { 20.0, 19.5 }, new[] { 9.0, 9.0 }, "01", "0")]
    [InlineData("no more than five are read", new[] { 20.0, 20.0, 20.0, 20.0, 20.0, 20.0 }, new[] { -1.0, -1.0, -1.0, -1.0, 0.0, 9.0 }, "401235", "01234")]
    [InlineData("what cannot be read counts as most doubtful", new[] { 20.0, 20.0, 20.0 }, new[] { double.NaN, -9.0, -3.0 }, "201", "012")]
    public void Articles_are_read_and_ordered(string because, double[] scores, double[] odds, string order, string read)
    {
        List<int> asked = [];
        var places = ReadOrder.Of(scores, i =>
        {
            asked.Add(i);
            return double.IsNaN(odds[i]) ? null : odds[i];
        });
        Assert.True(order == string.Concat(places) && read == string.Concat(asked), $"{because}: {string.Concat(places)}, read {string.Concat(asked)}");
    }

    [Fact]
    public void Nothing_found_gives_nothing_to_order() => Assert.Empty(ReadOrder.Of([], _ => 0));

    [Theory]
    [InlineData("大桥镇图书馆有多少册图书？", "大桥镇图书馆有图书供人借阅，大桥镇图书馆还有电影放映。", "大桥镇图书馆去年建成，目前共有图书12万册，周末也对读者开放。")]
    [InlineData("大桥镇中学什么时候建成？", "大桥镇中学建成以后，学生不用再走远路，大桥镇中学的老师也多了。", "大桥镇中学于1998年9月建成，学生八百人。")]
    public void An_article_that_answers_comes_before_one_that_only_repeats_the_question(string question, string repeats, string answers)
    {
        using var engine = QaEngine.ForArticles(
            [
                PlainArticle.From("repeats", null, repeats),
                PlainArticle.From("answers", null, "春天到了，读书的人多了起来，镇上新修的路也通车了。" + answers),
                PlainArticle.From("other", null, "小河镇种植玉米。小河镇中学有教师80名。"),
                PlainArticle.From("another", null, "城关镇医院有床位300张。"),
            ],
            new EngineOptions());
        var (articles, features) = engine.RankingFeatures(question);
        Assert.Equal("repeats", articles.Zip(features).MaxBy(a => RankModel.Shipped.Score(a.Second)).First);
        Assert.Equal("answers", engine.Ask(new AskRequest(question)).Ranked[0]);
    }
}
