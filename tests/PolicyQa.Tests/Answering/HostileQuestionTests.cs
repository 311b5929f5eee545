using CsCheck;
using PolicyQa.Answering;

namespace PolicyQa.Tests.Answering;

/// <summary>Whatever is typed, an answer comes back, and it keeps the promises that every answer makes.</summary>
public sealed class HostileQuestionTests
{
    private static readonly string[] Pieces =
    [
        "市教育局", "科技局", "卫健委", "那", "呢", "今年", "去年", "2022年", "多少", "几所", "几个", "什么", "哪些", "谁", "怎么", "吗", "是", "的", "引进", "补充", "教师", "人才",
        "试点校", "“未来教育”", "五大提升行动", "局长", "王文梅", "候煜", "包头市", "呼和浩特", "其中", "分别", "各部门", "和", "，", "？", "“", "”", "(", "100名以上", "三十", "1633", "年底前", "<script>", "%", "\n", "😀", "\uD800",
    ];

    private static readonly Gen<string> Questions = Gen.OneOf(
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[1, 12].Select(string.Concat),
        Gen.String[1, 80],
        Gen.Char['一', '龥'].Array[1, 60].Select(c => new string(c)));

    [Fact]
    public void No_question_breaks_the_engine_and_every_answer_keeps_its_promises() =>
        Gen.Select(Questions, Questions.Array[0, 3]).Sample(
            (question, history) =>
            {
                var answer = TestEngine.Real.Ask(new AskRequest(question) { History = history });
                return answer.Confidence is >= 0 and <= 1
                    && (answer.Status == AnswerStatus.Answered) == (answer.ShortAnswer is not null)
                    && (answer.Status != AnswerStatus.Answered || answer.Citations.Count > 0)
                    && answer.Citations.All(c => TestEngine.Real.FindArticle(c.ArticleId)!.Text[c.Start..c.End] == c.Excerpt && c.Highlights.All(h => c.Start <= h.Start && h.End <= c.End))
                    && System.Text.RegularExpressions.Regex.Matches(answer.ShortAnswer ?? "", @"[0-9][0-9.,]*").All(f => answer.Citations.Any(c => c.Excerpt.Contains(f.Value.TrimEnd('.', ','), StringComparison.Ordinal)));
            },
            iter: 1000);

    [Theory]
    [InlineData("？？？")]
    [InlineData("的的的的")]
    [InlineData("“”")]
    [InlineData("呢")]
    [InlineData("那呢？")]
    [InlineData("局")]
    [InlineData("多少")]
    public void A_question_that_asks_nothing_is_refused(string question)
    {
        Assert.NotEqual(AnswerStatus.Answered, TestEngine.Real.Ask(new AskRequest(question)).Status);
        Assert.NotEqual(AnswerStatus.Answered, TestEngine.Real.Ask(new AskRequest(question) { History = [question] }).Status);
    }

    [Theory]
    [InlineData("一")]
    [InlineData("万亿")]
    [InlineData("9")]
    [InlineData("一二三四五六七八九十百千万亿")]
    [InlineData("淪侭榽舾燆敎翙")]
    [InlineData("屽")]
    [InlineData("的")]
    [InlineData("各部门分别")]
    [InlineData("（")]
    [InlineData("ab")]
    public void The_same_over_and_over_is_answered_and_soon(string piece)
    {
        var question = string.Concat(Enumerable.Repeat(piece, 500))[..500];
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < 6 && best > TimeSpan.FromSeconds(1); i++)
        {
            var begun = TimeProvider.System.GetTimestamp();
            TestEngine.Real.Ask(new AskRequest(question) { Explain = true });
            best = new[] { best, TimeProvider.System.GetElapsedTime(begun) }.Min();
        }

        Assert.True(best <= TimeSpan.FromSeconds(1), $"{best.TotalMilliseconds:0} ms");
    }

    [Fact]
    public void A_question_of_five_hundred_characters_is_answered_in_time()
    {
        var question = string.Concat(Enumerable.Repeat("市教育局今年要引进多少高层次人才和教师并且怎么样", 22))[..500];
        var begun = TimeProvider.System.GetTimestamp();
        TestEngine.Real.Ask(new AskRequest(question));
        Assert.True(TimeProvider.System.GetElapsedTime(begun) < TimeSpan.FromSeconds(5));
    }
}
