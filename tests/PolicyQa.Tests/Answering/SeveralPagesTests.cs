using PolicyQa.Analysis;
using PolicyQa.Answering;
using PolicyQa.Corpus;

namespace PolicyQa.Tests.Answering;

/// <summary>A corpus that has grown: other cities, other years.</summary>
public sealed class SeveralPagesTests
{
    private static readonly QaEngine Engine = QaEngine.ForArticles(
        [.. Page("a-2024.txt", "甲州市", 2024, "王一民", 120), .. Page("a-2025.txt", "甲州市", 2025, "王一民", 150), .. Page("b-2025.txt", "乙川市", 2025, "赵小川", 80)],
        Lexicon.Default,
        new EngineOptions());

    [Theory]
    [InlineData("甲州市水务局局长是谁", "王一民")]
    [InlineData("乙川市水务局局长是谁", "赵小川")]
    [InlineData("乙川市水务局今年新建多少座水厂", "80座")]
    [InlineData("甲州市水务局今年新建多少座水厂", "150座")]
    [InlineData("甲州市水务局新建多少座水厂", "150座")]
    [InlineData("甲州市水务局2024年新建多少座水厂", "120座")]
    public void The_city_and_the_year_decide_which_page_answers(string question, string expected) =>
        Assert.Equal(expected, Engine.Ask(new AskRequest(question)).ShortAnswer);

    [Theory]
    [InlineData("水务局局长是谁")]
    [InlineData("市水务局今年新建多少座水厂")]
    [InlineData("今年新建多少座水厂")]
    public void Where_the_city_is_open_the_question_goes_back_with_the_choices(string question)
    {
        var answer = Engine.Ask(new AskRequest(question));
        Assert.Equal(AnswerStatus.Clarify, answer.Status);
        Assert.Equal(2, answer.Suggestions.Count);
        Assert.All(answer.Suggestions, s => Assert.Equal(AnswerStatus.Answered, Engine.Ask(new AskRequest(s)).Status));
    }

    [Theory]
    [InlineData("全市新建多少座水厂|甲州市", "150座")]
    [InlineData("全市新建多少座水厂|乙川的", "80座")]
    [InlineData("水务局局长是谁|乙川市", "赵小川")]
    [InlineData("甲州市水务局局长是谁|乙川市呢", "赵小川")]
    public void The_city_chosen_answers_the_question_that_was_asked(string turns, string expected)
    {
        var said = turns.Split('|');
        Assert.Equal(expected, Engine.Ask(new AskRequest(said[1]) { History = [said[0]] }).ShortAnswer);
    }

    [Theory]
    [InlineData("丙江市水务局局长是谁")]
    [InlineData("甲州市水务局2019年新建多少座水厂")]
    public void Neither_another_city_nor_another_year_is_answered_from_these(string question) =>
        Assert.Equal(AnswerStatus.NotFound, Engine.Ask(new AskRequest(question)).Status);

    [Fact]
    public void Several_reporters_on_one_line_are_all_named()
    {
        var articles = CorpusReader.Read([new SourceFile("p.txt", System.Text.Encoding.UTF8.GetBytes("好水润城\n\n——访市水务局局长王一民\n\n本报记者 张明 通讯员 孙晓彤\n\n今年，全市新建水厂七座。\n"))], []).Articles;
        using var engine = QaEngine.ForArticles(articles, Lexicon.Default, new EngineOptions());
        Assert.Equal("张明、孙晓彤", engine.Ask(new AskRequest("采访水务局局长的记者是谁")).ShortAnswer);
    }

    private static IReadOnlyList<Article> Page(string name, string city, int year, string speaker, int plants) =>
        CorpusReader.Read(
            [
                new SourceFile("source.json", System.Text.Encoding.UTF8.GetBytes($$"""{"sources":[{"file":"{{name}}","year":{{year}},"city":"{{city}}"}]}""")),
                new SourceFile(name, System.Text.Encoding.UTF8.GetBytes($"""
                    清水润{city} {year}年再出发

                    ——访市水务局局长{speaker}

                    ●本报记者 李四

                    一是加快供水建设。今年，全市新建水厂{plants}座。

                    二是整治河道。全市整治河道{plants + 1}公里。
                    """)),
            ],
            []).Articles;
}
