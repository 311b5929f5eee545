using PolicyQa.Answering;
using PolicyQa.Evaluation;

namespace PolicyQa.Tests.Evaluation;

/// <summary>Against cases worked out by hand.</summary>
public sealed class ConfidenceQualityTests
{
    [Fact]
    public void The_calibration_error_is_the_weighted_gap_between_confidence_and_share_right()
    {
        // Bin 0.9–1: mean 0.95, half right, gap 0.45, weight 2/4. Bin 0.2–0.3: mean 0.25, none right, gap 0.25, weight 2/4.
        var quality = ConfidenceQuality.Of(5, 0, [(0.9, true, false), (1, false, false), (0.2, false, false), (0.3 - 1e-9, false, false)]);
        Assert.Equal((0.45 / 2) + (0.25 / 2), quality.CalibrationError, 6);
    }

    [Fact]
    public void Perfect_confidence_has_no_error_and_no_answers_have_none_either()
    {
        Assert.Equal(0, ConfidenceQuality.Of(2, 0, [(1, true, false), (0, false, false)]).CalibrationError);
        Assert.Equal(0, ConfidenceQuality.Of(2, 0, []).CalibrationError);
    }

    [Fact]
    public void A_higher_threshold_answers_less_and_errs_less()
    {
        // Five questions, one refused at once.
        var curve = ConfidenceQuality.Of(5, 2, [(0.95, true, false), (0.5, true, false), (0.55, false, true), (0.1, false, false)]).Curve;
        Assert.Equal([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9], curve.Select(p => p.Threshold));
        Assert.Equal((0.8, 0.5), (curve[0].Coverage, curve[0].Risk));
        Assert.Equal((0.8, 0.5), (curve[1].Coverage, curve[1].Risk));
        Assert.Equal(0.6, curve[5].Coverage, 12);
        Assert.Equal(1 / 3.0, curve[5].Risk, 12);
        Assert.Equal((0.2, 0), (curve[9].Coverage, curve[9].Risk));
        // Of the two without an answer one was answered, at 0.55.
        Assert.Equal([0.5, 0.5, 1], new[] { 0, 5, 6 }.Select(i => curve[i].RefusedShare!.Value));
        Assert.Equal(0, new RiskPoint(1, 5, 0, 0).Risk);
        Assert.Null(new RiskPoint(1, 5, 0, 0).RefusedShare);
    }

    [Fact]
    public void Questions_without_an_answer_count_in_curve_and_error_and_each_kind_is_counted_apart()
    {
        EvaluationQuestion[] questions = [Question("figure", ["甲"]), Question("figure", ["乙"]), Question("unanswerable", null), Question("unanswerable", null), Question(null, [])];
        TimedAnswer[] answers = [Said("甲", 0.8), Said(null, 0), Said("丙", 0.6), Said(null, 0), Said("丁", 0.1)];

        var quality = Quality.Of(questions, answers);

        // The question without gold is left out: four questions, two answers, one right.
        Assert.Equal(new RiskPoint(0, 4, 2, 1) { Unanswerable = 2, AnsweredInVain = 1 }, quality.Confidence!.Curve[0]);
        Assert.Equal((0.2 / 2) + (0.6 / 2), quality.Confidence.CalibrationError, 12);
        Assert.Equal([new KindQuality("figure", 2, 1, 1), new KindQuality("unanswerable", 2, 1, 1)], quality.Kinds);
        Assert.Null(Quality.Of([Question(null, [])], [Said("丁", 0.1)]).Confidence);
    }

    private static EvaluationQuestion Question(string? kind, string[]? answers) => new("q", new AskRequest("q"), new GoldAnswer(answers ?? [], false, null, [], answers is null)) { Kind = kind };

    private static TimedAnswer Said(string? answer, double confidence) => new(
        new Answer { Question = "", Status = answer is null ? AnswerStatus.NotFound : AnswerStatus.Answered, ShortAnswer = answer, Text = "", Confidence = confidence },
        TimeSpan.Zero);
}
