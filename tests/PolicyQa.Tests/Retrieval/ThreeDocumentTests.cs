using PolicyQa.Corpus;

namespace PolicyQa.Tests.Retrieval;

/// <summary>A corpus small enough to check by hand.</summary>
public sealed class ThreeDocumentTests
{
    private static readonly QaEngine Engine = QaEngine.ForArticles(
        [
            PlainArticle.From("a", null, "全市新建公园三座。市民可以免费入园。"),
            PlainArticle.From("b", null, "全市改造老旧小区十个。"),
            PlainArticle.From("c", null, "公园里种下一千棵树，公园夜间开放。"),
        ],
        new EngineOptions());

    [Theory]
    [InlineData("公园", "c a")]
    [InlineData("老旧小区", "b")]
    [InlineData("全市", "b a")]
    [InlineData("地铁", "")]
    [InlineData("公園", "c a")]
    public void Search_finds_what_holds_the_words_the_shorter_and_fuller_first(string query, string expected) =>
        Assert.Equal(expected, string.Join(' ', Engine.Search(query, null, 10).Select(h => h.Article.Id).Distinct()));

    [Fact]
    public void Highlights_are_the_words_searched_for()
    {
        var hit = Engine.Search("公园", null, 10).First(h => h.Article.Id == "c");
        Assert.Equal(["公园", "公园"], hit.Highlights.Select(h => h.Of(hit.Article.Text)));
    }

    [Fact]
    public void An_empty_query_lists_passages_in_corpus_order() =>
        Assert.Equal(["a", "b", "c"], Engine.Search("", null, 10).Select(h => h.Article.Id));

    [Fact]
    public void A_question_restricted_to_some_documents_sees_no_other()
    {
        var answer = Engine.Ask(new AskRequest("公园种了多少棵树") { Within = ["a", "b"] });
        Assert.DoesNotContain("c", answer.Ranked);
        Assert.Equal(PolicyQa.Answering.AnswerStatus.NotFound, answer.Status);
    }
}
