using System.Text.Json;
using PolicyQa.Answering;
using PolicyQa.Commitments;

namespace PolicyQa.Tests.Commitments;

public sealed class LedgerQuestionTests
{
    [Fact]
    public void Nearly_all_of_thirty_questions_are_answered_right()
    {
        List<string> wrong = [];
        var all = File.ReadLines(Path.Combine(LedgerPages.Folder, "questions.jsonl")).Where(l => l.Length > 0).Select(l => JsonDocument.Parse(l).RootElement).ToArray();
        foreach (var q in all)
        {
            var answer = Engine(q).Ask(new AskRequest(q.GetProperty("question").GetString()!));
            if (!IsRight(q, answer)) wrong.Add($"{q.GetProperty("question").GetString()} → {answer.ShortAnswer ?? answer.Text}");
        }

        Assert.Equal(30, all.Length);
        Assert.True(all.Length - wrong.Count >= 29, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_item_of_a_list_is_cited_and_quoted_verbatim()
    {
        var answer = TestEngine.Real.Ask(new AskRequest("教育局今年有哪些量化目标"));
        var rows = TestEngine.Real.Ledger.Select(new LedgerFilter { Department = "市教育局", Kind = CommitmentKind.Measurable });
        Assert.NotEmpty(rows);
        Assert.All(rows, r => Assert.Contains(answer.Citations, c => c.Excerpt == r.Excerpt && c.Highlights.Contains(r.Words)));
        Assert.All(answer.Citations, c => Assert.Contains($"[{c.Id}]", answer.Text));
        Assert.Contains("2024年", answer.Note);
    }

    [Theory]
    [InlineData("今年要新建多少座公园？合计是多少", "新建公园30个。", "改造公园8个。", null)]
    [InlineData("全市一共新建多少个口袋公园", "新建口袋公园30个。", "新建社区口袋公园12个以上。", "42个以上")]
    [InlineData("全市一共新建多少个口袋公园", "新建口袋公园30个。", "新建口袋公园约12个。", "约42个")]
    public void Like_is_added_to_like_only(string question, string first, string second, string? total)
    {
        var answer = LedgerPages.OverBody($"江平表示，今年抓好两件大事。\n\n一是{first}\n\n二是{second}").Ask(new AskRequest(question));
        if (total is null) Assert.DoesNotContain("38", answer.ShortAnswer ?? "");
        else Assert.Equal(total, answer.ShortAnswer);
    }

    [Theory]
    [InlineData("今年一共要引进或补充多少人才")]
    [InlineData("今年总共要打造多少所学校")]
    public void What_is_not_of_one_kind_is_listed_and_the_answer_says_why_it_is_not_added(string question)
    {
        var answer = TestEngine.Real.Ask(new AskRequest(question));
        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.Contains("不宜相加", answer.Text);
        Assert.Equal(2, answer.Citations.Count);
    }

    [Fact]
    public void Every_row_offers_a_question_that_is_answered_with_that_row()
    {
        foreach (var engine in new[] { TestEngine.Real, LedgerPages.Second })
        {
            Assert.All(engine.Ledger.Items, row =>
            {
                var answer = engine.Ask(new AskRequest(row.Question));
                Assert.True(answer.Status == AnswerStatus.Answered && answer.Citations.Any(c => c.ArticleId == row.ArticleId && c.Highlights.Contains(row.Words)), row.Question);
            });
        }
    }

    [Fact]
    public void A_follow_up_asks_the_ledger_about_another_department()
    {
        var answer = TestEngine.Real.Ask(new AskRequest("那科技局呢") { History = ["教育局今年有哪些量化目标"] });
        Assert.Contains("100名以上", answer.ShortAnswer);
        Assert.DoesNotContain("1633", answer.ShortAnswer);
    }

    [Theory]
    [InlineData("教育局的量化目标完成得怎么样了")]
    [InlineData("2022年教育局有哪些量化目标")]
    [InlineData("包头市教育局有哪些量化目标")]
    [InlineData("市交通局有哪些量化目标")]
    [InlineData("发改委有哪些量化目标")]
    public void What_the_ledger_cannot_say_is_refused(string question) =>
        Assert.NotEqual(AnswerStatus.Answered, TestEngine.Real.Ask(new AskRequest(question)).Status);

    [Fact]
    public void Why_a_ledger_answer_came_about_can_be_asked()
    {
        var answer = TestEngine.Real.Ask(new AskRequest("哪个部门的承诺最多") { Explain = true });
        Assert.Equal(VerdictReason.Ledger, answer.Explanation!.Verdict.Reason);
    }

    private static QaEngine Engine(JsonElement q) => q.GetProperty("page").GetString() == "second" ? LedgerPages.Second : TestEngine.Real;

    private static bool IsRight(JsonElement q, Answer answer)
    {
        if (q.TryGetProperty("not", out var not) && not.EnumerateArray().Any(n => (answer.ShortAnswer ?? "").Contains(n.GetString()!, StringComparison.Ordinal))) return false;
        if (!q.TryGetProperty("answers", out var answers)) return answer.Status != AnswerStatus.Answered;
        return answer.Status == AnswerStatus.Answered && answer.Citations.Count > 0 && answers.EnumerateArray().All(a => (answer.ShortAnswer + answer.Text).Contains(a.GetString()!, StringComparison.Ordinal));
    }
}
