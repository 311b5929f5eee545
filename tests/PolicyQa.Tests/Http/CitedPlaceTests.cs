using CsCheck;
using PolicyQa.App.Channels.Http;
using PolicyQa.Corpus;
using PolicyQa.Tests.Answering;

namespace PolicyQa.Tests.Http;

/// <summary>A citation lands on its very words or on nothing.</summary>
public sealed class CitedPlaceTests
{
    internal const string Text = "一二三四五\n六七𠮷八九\n三四重三四";

    public static TheoryData<string?, string?, string?, string> Cases => new()
    {
        // start, end, words that the fingerprint was made of, words found
        { "2", "4", null, "三四" },
        { "7", "10", "七𠮷", "七𠮷" },
        { "7", "9", "七𠮷", "" },
        { "7", "9", null, "" },
        { "9", "11", null, "" },
        { "2", "5", "六七", "" },
        { "2", "4", "六七", "六七" },
        { "0", "2", "八九", "八九" },
        { "0", "2", "三四", "" },
        { "2", "4", "三四", "三四" },
        { "0", "2", "不在", "" },
        { "90", "92", "八九", "八九" },
        { "90", "92", null, "" },
        { "4", "4", null, "" },
        { "4", "2", "三四", "" },
        { "-1", "2", null, "" },
        { "+1", "2", null, "" },
        { "a", "2", null, "" },
        { "1", null, null, "" },
        { "99999999999", "99999999999999", null, "" },
        { "0", "999999999", "一二", "" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_words_are_found_where_they_stand(string? start, string? end, string? cited, string found)
    {
        var place = CitedPlace.Find(Text, start, end, cited is null ? null : ExcerptFingerprint.Of(cited));
        Assert.Equal(found, place!.Found?.Of(Text) ?? "");
    }

    [Theory]
    [InlineData("市教育局要培训多少人")]
    [InlineData("各部门分别引进多少人才")]
    public void What_an_answer_cites_is_found_by_its_address(string question)
    {
        var citations = MadeUpTown.Ask(question).Citations;
        Assert.NotEmpty(citations);
        Assert.All(citations, c =>
        {
            var url = new Uri(new Uri("http://localhost"), c.Url);
            var (start, end) = (url.Fragment[1..].Split('-')[0], url.Fragment.Split('-')[1]);
            var found = CitedPlace.Find(MadeUpTown.Engine.FindArticle(c.ArticleId)!.Text, start, end, url.Query["?v=".Length..])!;
            Assert.Equal(new TextSpan(c.Start, c.End), found.Found);
            Assert.False(found.HasMoved);
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("xyz")]
    [InlineData("6F22648C")]
    [InlineData("<script>")]
    public void A_fingerprint_that_is_none_marks_nothing(string fingerprint) => Assert.Null(CitedPlace.Find(Text, "0", "2", fingerprint)!.Found);

    [Fact]
    public void An_address_without_a_place_asks_for_none() => Assert.Null(CitedPlace.Find(Text, null, null, "811c9dc5"));

    [Fact]
    public void Whatever_is_put_before_it_a_unique_sentence_is_found_again() =>
        Gen.Select(Gen.Char['一', '丐'].Array[0, 50], Gen.Char['一', '丐'].Array[0, 50]).Sample((before, after) =>
        {
            var text = string.Concat(new string(before), "补充教师1633名。", new string(after));
            var place = CitedPlace.Find(text, "60", "70", ExcerptFingerprint.Of("补充教师1633名。"));
            return place!.Found?.Of(text) == "补充教师1633名。";
        });

    [Fact]
    public void A_sentence_is_found_in_an_article_of_a_hundred_thousand_characters()
    {
        var text = new string('甲', 99_900) + new string('乙', 150);
        Assert.Equal(new TextSpan(99_900, 100_050), CitedPlace.Find(text, "0", "150", ExcerptFingerprint.Of(new string('乙', 150)))!.Found);
    }

    [Fact]
    public void A_search_that_would_cost_too_much_is_not_begun() =>
        Assert.Null(CitedPlace.Find(new string('甲', 50_000) + new string('乙', 50_000), "0", "50000", ExcerptFingerprint.Of(new string('乙', 50_000)))!.Found);
}
