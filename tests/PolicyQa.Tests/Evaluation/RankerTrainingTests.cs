using PolicyQa.Corpus;
using PolicyQa.Evaluation;

namespace PolicyQa.Tests.Evaluation;

public sealed class RankerTrainingTests
{
    private static readonly string[] Topics = ["公园", "地铁", "医院", "学校", "桥梁", "水库", "车站", "剧场", "果园", "码头", "矿山", "牧场"];

    private static readonly Article[] Passages = [.. Topics.Select((t, i) => PlainArticle.From("p" + i, t + "志", $"{t}建于一九{i + 10}年。当地人常来这里。{t}占地{i + 3}亩，由{(char)('甲' + i)}先生设计。"))];

    private static readonly EvaluationQuestion[] Questions =
        [.. Topics.Select((t, i) => new EvaluationQuestion("q" + i, new AskRequest($"{t}占地多少亩，由哪位先生设计"), new GoldAnswer([], false, null, ["p" + i], false)))];

    [Fact]
    public void The_same_input_gives_the_same_weights()
    {
        var first = RankerTraining.Train(Passages, Questions, CancellationToken.None);
        var second = RankerTraining.Train(Passages, Questions, CancellationToken.None);
        Assert.Equal(first.Lines, second.Lines);
        Assert.True(first.TrainingLists > 0);
    }

    [Fact]
    public void Questions_that_name_no_passage_train_nothing() =>
        Assert.Throws<ArgumentException>(() => RankerTraining.Train(Passages, [Questions[0] with { Gold = new GoldAnswer([], false, null, [], false) }], CancellationToken.None));

    [Fact]
    public void The_title_is_struck_from_a_training_question() =>
        Assert.Equal("占地多少亩", TrainingQuestion.WithoutTitle("公园占地多少亩", "人民公园").Trim());
}
