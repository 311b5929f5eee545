using PolicyQa.Answering;
using PolicyQa.Corpus;

namespace PolicyQa.Tests.Answering;

public sealed class LearntGateTests
{
    private static readonly EngineOptions Always = new() { Threshold = 0 };

    [Fact]
    public void Confidence_is_the_calibrated_weighted_sum()
    {
        var weights = new double[LearntGate.FeatureNames.Count];
        weights[1] = 2;
        var gate = new LearntGate(weights, bias: -1, slope: 3, offset: 0.5);
        var seen = new double[weights.Length];
        seen[1] = 0.75;

        // 2 × 0.75 - 1 = 0.5; 3 × 0.5 + 0.5 = 2; 1 / (1 + e^-2) = 0.880797
        Assert.Equal(0.5, gate.Score(seen), 12);
        Assert.Equal(0.880797, gate.Judge(seen), 6);
    }

    [Fact]
    public void A_gate_is_what_its_lines_say()
    {
        var lines = LearntGate.Shipped.Lines().ToArray();
        Assert.Equal(lines, LearntGate.Read(lines).Lines());
        Assert.True(lines.Length > 5);
    }

    [Fact]
    public void What_is_missing_never_speaks_for_an_answer()
    {
        foreach (var line in LearntGate.Shipped.Lines().Select(l => l.Split('\t')).Where(l => l[0].Contains("missing", StringComparison.Ordinal)))
            Assert.StartsWith("-", line[1]);
    }

    [Fact]
    public void Less_evidence_gives_less_confidence()
    {
        using var engine = Engine();
        var asked = engine.Ask(new AskRequest("大桥镇图书馆有多少册图书？"));
        var other = engine.Ask(new AskRequest("大桥镇游泳馆有多少名教练？"));

        Assert.Equal(LearntGate.FeatureNames.Count, asked.Seen.Count);
        Assert.All(asked.Seen, v => Assert.InRange(v, 0, 1));
        Assert.True(asked.Confidence > other.Confidence + 0.2, $"{asked.Confidence} and {other.Confidence}");
    }

    [Fact]
    public void Another_year_is_another_question()
    {
        using var engine = Engine();
        Assert.True(engine.Ask(new AskRequest("2021年大桥镇小麦产量是多少？")).Confidence > engine.Ask(new AskRequest("2019年大桥镇小麦产量是多少？")).Confidence);
    }

    [Fact]
    public void Interviews_keep_the_ruled_gate() => Assert.Empty(TestEngine.Real.Ask(new AskRequest("市教育局今年要引进多少教师")).Seen);

    private static QaEngine Engine() => QaEngine.ForArticles(
        [
            PlainArticle.From("a", "大桥镇", "大桥镇图书馆有12万册图书。2021年大桥镇小麦产量是3万吨。"),
            PlainArticle.From("b", "小河镇", "小河镇种植玉米。小河镇中学有教师80名。"),
        ],
        Always);
}
