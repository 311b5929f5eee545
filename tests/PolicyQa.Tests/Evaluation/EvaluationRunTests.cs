using System.Text.Json;
using PolicyQa.Answering;
using PolicyQa.Evaluation;

namespace PolicyQa.Tests.Evaluation;

public sealed class EvaluationRunTests
{
    [Fact]
    public async Task Answers_come_in_the_order_of_the_questions_whatever_the_threads()
    {
        var questions = Enumerable.Range(0, 200).Select(i => Question($"q{i}")).ToList();
        // Early questions take longest, so that finishing order and asking order differ.
        var run = new EvaluationRun((request, _) => { Thread.SpinWait((200 - int.Parse(request.Question[1..])) * 200); return Echo(request); }, TimeProvider.System, threads: 8);

        var outcome = await Task.Run(() => run.Ask(questions, null, CancellationToken.None));

        Assert.Equal(questions.Select(q => q.Id), outcome.Answers.Select(a => a.Answer.Question));
    }

    [Fact]
    public void Gold_never_reaches_the_engine()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("q.jsonl", """
            {"id":"1","question":"问","history":["前"],"within":["p1","p2"],"answers":["金答案"],"passage_id":"金段落","evidence":"金证据","department":"金部门","kind":"金类别","note":"金注"}
            """);
        var seen = new List<AskRequest>();
        var run = new EvaluationRun((request, _) => { seen.Add(request); return Echo(request); }, TimeProvider.System, threads: 1);

        run.Ask(QuestionFile.Read(file, top: 7), null, CancellationToken.None);

        var request = Assert.Single(seen);
        Assert.Equal(["前"], request.History);
        Assert.Equal(["p1", "p2"], request.Within!);
        Assert.Equal(7, request.Top);
        Assert.DoesNotContain("金", JsonSerializer.Serialize(request, new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        // Nor could it: nothing the engine is handed has a place for it.
        var taken = typeof(QaEngine).GetMethods().SelectMany(m => m.GetParameters()).Select(p => p.ParameterType);
        Assert.DoesNotContain(taken.Concat(typeof(AskRequest).GetProperties().Select(p => p.PropertyType)), t => t.Namespace == typeof(GoldAnswer).Namespace);
    }

    [Fact]
    public void An_empty_question_of_a_public_set_is_refused_without_the_engine()
    {
        var run = new EvaluationRun((_, _) => throw new InvalidOperationException(), TimeProvider.System, threads: 1);
        var outcome = run.Ask([Question("")], null, CancellationToken.None);
        Assert.Equal(AnswerStatus.NotFound, Assert.Single(outcome.Answers).Answer.Status);
    }

    [Fact]
    public void Quality_counts_what_has_gold()
    {
        EvaluationQuestion[] questions =
        [
            Question("a") with { Gold = Gold(["甲"], ["p1"], false) },
            Question("b") with { Gold = Gold(["乙"], ["p2", "p3"], false) },
            Question("c") with { Gold = Gold(["丙"], ["p9"], false) },
            Question("d") with { Gold = Gold([], [], true) },
            Question("e") with { Gold = Gold([], [], true) },
            Question("f"),
        ];
        TimedAnswer[] answers =
        [
            Timed("甲", ["p1"]), // right, rank 1
            Timed("错", ["p5", "p3"]), // wrong, rank 2
            Timed(null, ["p5"]), // refused wrongly, not ranked
            Timed(null, []), // refused rightly
            Timed("答", []), // answered wrongly
            Timed("答", []),
        ];

        var quality = Quality.Of(questions, answers);

        Assert.Equal((4, 2), (quality.Answered, quality.Refused));
        Assert.Equal((3, 1), (quality.Answers!.Questions, quality.Answers.Right));
        Assert.Equal(1.0 / 3, quality.Answers.ExactMatch, 12);
        Assert.Equal(new RefusalQuality(2, 1), quality.Refusals);
        Assert.Equal(new RankingQuality(3, 1.0 / 3, 2.0 / 3, 2.0 / 3, 0.5), quality.Ranking);
    }

    [Fact]
    public void Without_gold_nothing_is_claimed()
    {
        var quality = Quality.Of([Question("a")], [Timed("答", [])]);
        Assert.Null(quality.Answers);
        Assert.Null(quality.Refusals);
        Assert.Null(quality.Ranking);
    }

    [Theory]
    [InlineData(50, 5)]
    [InlineData(95, 10)]
    [InlineData(99, 10)]
    [InlineData(10, 1)]
    public void Percentiles_are_by_nearest_rank(int percent, int expected) =>
        Assert.Equal(TimeSpan.FromSeconds(expected), Speed.Percentile([.. Enumerable.Range(1, 10).Select(s => TimeSpan.FromSeconds(s))], percent));

    private static EvaluationQuestion Question(string text) => new(text, new AskRequest(text), Gold([], [], false));

    private static GoldAnswer Gold(string[] answers, string[] passages, bool unanswerable) => new(answers, false, null, passages, unanswerable);

    private static Answer Echo(AskRequest request) => new() { Question = request.Question, Status = AnswerStatus.NotFound, Text = "" };

    private static TimedAnswer Timed(string? answer, string[] ranked) => new(
        new Answer { Question = "", Status = answer is null ? AnswerStatus.NotFound : AnswerStatus.Answered, ShortAnswer = answer, Text = "", Ranked = ranked },
        TimeSpan.FromMilliseconds(1));
}
