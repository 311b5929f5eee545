using CsCheck;
using PolicyQa.Analysis;
using PolicyQa.Comprehension;

namespace PolicyQa.Tests.Comprehension;

public sealed class ReaderFeaturesTests
{
    private static readonly WordCutter Cutter = new([]);

    private static readonly Gen<string> Text = Gen.String[Gen.Char["教育局今年补充师1,633名。，《》“”\n多少哪年A3十二 🎓\uD83C"], 0, 60];

    [Fact]
    public void Every_feature_of_every_character_lies_between_0_and_1()
    {
        Gen.Select(Text, Text).Sample((question, passage) =>
        {
            var (q, p) = Of(question, passage);
            Assert.Equal(question.Length * ReaderFeatures.Count, q.Features.Length);
            Assert.Equal(passage.Length * ReaderFeatures.Count, p.Features.Length);
            Assert.All(q.Features.Concat(p.Features), v => Assert.InRange(v, 0, 1));
            Assert.Equal(passage.Length + 1, p.Bigrams.Length);
        });
    }

    [Theory]
    [InlineData("今年补充多少名教师?", "名教师")]
    [InlineData("哪一年建成的?", "一年建成")]
    [InlineData("谁负责?", "负责")]
    [InlineData("教育工作情况", "")]
    public void What_follows_the_question_word_says_the_kind_of_answer(string question, string asked) =>
        Assert.Equal(asked, ReaderFeatures.AskedPart(question).Of(question));

    [Fact]
    public void Shared_words_and_figures_with_units_are_seen()
    {
        var (_, p) = Of("教师有多少名?", "补充教师1633名。");
        Assert.Equal(1, Feature(p, "教", 3));
        Assert.Equal(0, Feature(p, "补", 3));
        Assert.Equal(1, Feature(p, "6", 13));
        Assert.Equal(1, Feature(p, "名", 14));
        Assert.Equal(1, Feature(p, "名", 28));
    }

    private static float Feature(ReaderText text, string at, int feature) => text.Features[text.Folded.IndexOf(at, StringComparison.Ordinal) * ReaderFeatures.Count + feature];

    private static (ReaderText Question, ReaderText Passage) Of(string question, string passage) =>
        ReaderFeatures.Of(ReaderModel.Shipped.Vocabulary, question, Cutter.Cut(question), passage, Cutter.Cut(passage));
}
