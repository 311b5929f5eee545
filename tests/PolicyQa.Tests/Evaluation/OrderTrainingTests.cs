using PolicyQa.Corpus;
using PolicyQa.Evaluation;

namespace PolicyQa.Tests.Evaluation;

public sealed class OrderTrainingTests
{
    private static readonly string[] Topics = ["公园", "地铁", "医院", "学校", "桥梁", "水库", "车站", "剧场", "果园", "码头", "矿山", "牧场"];

    private static readonly string[] Towns = ["东山", "西河", "南湖", "北桥", "中坪", "上塘", "下沙", "新集", "老营", "大湾"];

    private static readonly Article[] Passages =
        [.. Towns.SelectMany((town, t) => Topics.Select((topic, i) => PlainArticle.From($"p{t}-{i}", town + topic, $"{town}{topic}建于一九{i + 10}年。当地人常来这里。{town}{topic}占地{20 * t + i + 3}亩，由{(char)('甲' + i)}先生设计。")))];

    private static readonly EvaluationQuestion[] Questions =
        [.. Passages.Select(p => new EvaluationQuestion("q" + p.Id, new AskRequest($"{p.Title}占地多少亩，由哪位先生设计"), new GoldAnswer([], false, null, [p.Id], false)))];

    [Fact]
    public void The_same_input_gives_the_same_weights_and_none_is_negative()
    {
        var first = OrderTraining.Train(Passages, Questions, CancellationToken.None);
        Assert.Equal(first.Lines, OrderTraining.Train(Passages, Questions, CancellationToken.None).Lines);
        Assert.DoesNotContain(first.Lines.Skip(1), l => l.Contains('-', StringComparison.Ordinal));
    }

    [Fact]
    public void Only_articles_that_the_reader_has_not_learnt_from_teach()
    {
        EvaluationQuestion[] seen = [.. Questions.Where((_, i) => !ReaderSplit.HeldOut(i))];
        Assert.Throws<ArgumentException>(() => OrderTraining.Train(Passages, seen, CancellationToken.None));
    }
}
