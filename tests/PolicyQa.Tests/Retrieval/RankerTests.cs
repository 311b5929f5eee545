using PolicyQa.Analysis;
using PolicyQa.Corpus;
using PolicyQa.Retrieval;

namespace PolicyQa.Tests.Retrieval;

public sealed class RankerTests
{
    private static readonly QaEngine Engine = QaEngine.ForArticles(
        [
            PlainArticle.From("near", null, "全市天气晴好。春季植树节种下一千棵树，公园夜间开放。"),
            PlainArticle.From("far", null, "公园门票涨价。又有一座公园停业。" + string.Concat(Enumerable.Repeat("今天没有别的消息。", 30)) + "种下的花都开了。树长得慢。"),
            PlainArticle.From("other", null, "地铁三号线通车，全长二十公里。"),
        ],
        new EngineOptions());

    [Fact]
    public void Features_are_the_same_each_time_and_within_their_bounds()
    {
        var (articles, first) = Engine.RankingFeatures("公园种下多少棵树");
        var (_, second) = Engine.RankingFeatures("公园种下多少棵树");
        Assert.Equal(["near", "far"], articles.Order(StringComparer.Ordinal).Reverse());
        Assert.Equal(first, second);
        Assert.All(first, row => Assert.Equal(RankFeatures.Names.Count, row.Length));
        Assert.All(first.SelectMany(row => row), value => Assert.InRange(value, 0, 1.0001));
    }

    [Theory]
    [InlineData("")]
    [InlineData("？？？")]
    [InlineData("的")]
    [InlineData("🌳🌳")]
    public void A_question_without_terms_ranks_nothing(string question) => Assert.Empty(Engine.RankingFeatures(question).Features);

    [Fact]
    public void Words_that_stand_together_and_in_order_are_seen()
    {
        var (articles, features) = Engine.RankingFeatures("公园种下多少棵树");
        float Of(string article, string feature) => features[articles.ToList().IndexOf(article)][RankFeatures.Names.ToList().IndexOf(feature)];
        Assert.True(Of("near", "sentence") > Of("far", "sentence"));
        Assert.True(Of("near", "charactersNear") > Of("far", "charactersNear"));
        Assert.True(Of("near", "pairs") > Of("far", "pairs"));
    }

    [Fact]
    public void A_score_is_the_sum_of_weighted_features()
    {
        var features = new float[RankFeatures.Names.Count];
        (features[0], features[2]) = (0.5f, 2);
        Assert.Equal(0.5 * 3 - 2 * 1.5, new RankModel(["first 3", "special -1.5"]).Score(features), 6);
    }

    [Theory]
    [InlineData("nothing 1")]
    [InlineData("first")]
    [InlineData("first one")]
    public void A_weights_file_that_is_wrong_is_not_used(string line) => Assert.Throws<FormatException>(() => new RankModel([line]));

    [Fact]
    public void The_shipped_weights_name_every_feature_and_none_is_negative()
    {
        Assert.Equal(RankFeatures.Names, EmbeddedText.Lines("ranker.txt").Select(l => l.Split(' ')[0]));
        Assert.DoesNotContain(EmbeddedText.Lines("ranker.txt"), l => l.Contains('-', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("票价12.5元", "12.5", true)]
    [InlineData("票价112.5元", "12.5", false)]
    [InlineData("票价2.5元", "5", false)]
    [InlineData("乘b2路车", "b2", true)]
    [InlineData("乘b21路车", "b2", false)]
    public void Letters_and_digits_are_found_whole(string text, string asked, bool found)
    {
        using var engine = QaEngine.ForArticles([PlainArticle.From("a", null, text + "，公园在东边。"), PlainArticle.From("b", null, "公园在西边。")], new EngineOptions());
        var (articles, features) = engine.RankingFeatures("公园" + asked);
        Assert.Equal(found ? 1 : 0, features[articles.ToList().IndexOf("a")][RankFeatures.Names.ToList().IndexOf("special")]);
    }

    [Fact]
    public void A_very_long_question_has_its_terms_cut_off_and_is_ranked_all_the_same()
    {
        var question = string.Concat(Enumerable.Range(0x4E00, 900).Select(c => (char)c)) + "公园种下多少棵树";
        Assert.NotEmpty(Engine.RankingFeatures(question).Features);
    }
}
