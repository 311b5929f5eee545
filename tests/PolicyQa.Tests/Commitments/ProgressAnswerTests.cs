using PolicyQa.Answering;
using PolicyQa.Commitments;

namespace PolicyQa.Tests.Commitments;

/// <summary>What officials say of promises, laid over the ledger.</summary>
public sealed class ProgressAnswerTests
{
    private const string Page =
        """
        2025年1月16日 星期四

        建水厂 治污水

        ——访市水务局局长江河

        ●本报记者 陈默

        江河说，水是生命之源。

        新建水厂7座，6月底前全部建成。

        改造老旧管网120公里，年底前全部完成。

        新建污水处理站3座。
        """;

    private static readonly DateOnly Autumn = new(2025, 10, 1);

    [Theory]
    [InlineData("2025-03-01", "未到期", "未到期", "待评估")]
    [InlineData("2025-06-30", "未到期", "未到期", "待评估")]
    [InlineData("2025-07-01", "待评估", "未到期", "待评估")]
    [InlineData("2026-01-01", "待评估", "待评估", "待评估")]
    public void Without_an_entry_only_a_time_still_to_come_says_anything(string today, string plants, string pipes, string stations)
    {
        using var engine = LedgerPages.Over(Page);
        var statuses = new LedgerStatuses(new Dictionary<string, StatusEntry>(), DateOnly.Parse(today));
        Assert.Equal([plants, pipes, stations], engine.Ledger.Items.Select(r => StatusWords.Of(statuses.Of(r))));
        Assert.Equal(plants == "未到期", LedgerStatuses.Offered(engine.Ledger.Items[0], DateOnly.Parse(today)).Contains(CommitmentStatus.NotDue));
    }

    [Fact]
    public void An_entry_holds_but_for_未到期_whose_time_is_over()
    {
        using var engine = LedgerPages.Over(Page);
        var (plants, pipes) = (engine.Ledger.Items[0], engine.Ledger.Items[1]);
        var statuses = Said(Autumn, (plants, CommitmentStatus.NotDue), (pipes, CommitmentStatus.Behind));
        Assert.Equal((CommitmentStatus.Pending, CommitmentStatus.Behind), (statuses.Of(plants), statuses.Of(pipes)));
        Assert.Null(statuses.Holding(plants));
        Assert.NotNull(statuses.Entry(plants.Id));
        Assert.True(statuses.WantsUpdate(plants));
        Assert.False(statuses.WantsUpdate(pipes));
        Assert.Equal([pipes], engine.Ledger.Select(new LedgerFilter { Status = CommitmentStatus.Behind }, statuses));
    }

    [Theory]
    [InlineData("市水务局哪些任务已完成", AnswerStatus.Answered, "新建水厂7座")]
    [InlineData("哪些承诺已经完成了", AnswerStatus.Answered, "新建水厂7座")]
    [InlineData("水务局完成的任务有哪些", AnswerStatus.Answered, "新建水厂7座")]
    [InlineData("哪些任务滞后", AnswerStatus.Answered, "改造老旧管网120公里")]
    [InlineData("市水务局的承诺进展怎么样", AnswerStatus.Answered, "已完成1项、滞后1项、待评估1项")]
    [InlineData("哪些任务没有完成", AnswerStatus.Answered, "已完成1项、滞后1项、待评估1项")]
    [InlineData("哪些任务还没评估", AnswerStatus.Answered, "新建污水处理站3座")]
    [InlineData("哪些任务进展正常", AnswerStatus.NotFound, null)]
    [InlineData("哪些任务作了调整", AnswerStatus.NotFound, null)]
    public void Questions_about_progress_are_answered_by_status(string question, AnswerStatus status, string? holds)
    {
        using var engine = LedgerPages.Over(Page);
        engine.Statuses = () => Said(Autumn, (engine.Ledger.Items[0], CommitmentStatus.Done), (engine.Ledger.Items[1], CommitmentStatus.Behind));
        var answer = engine.Ask(new AskRequest(question));
        Assert.Equal(status, answer.Status);
        if (holds is not null) Assert.Contains(holds, answer.ShortAnswer);
        Assert.DoesNotContain("未兑现", answer.Text);
        if (status == AnswerStatus.Answered && question.Contains("完成", StringComparison.Ordinal)) Assert.Contains("2025-09-30登记：通水", answer.Text);
        Assert.All(answer.Citations, c => Assert.Equal(c.Excerpt, engine.FindArticle(c.ArticleId)!.Text[c.Start..c.End]));
    }

    [Theory]
    [InlineData("哪些任务已完成")]
    [InlineData("哪些任务没有完成")]
    [InlineData("承诺的进展如何")]
    public void Where_nobody_has_said_anything_the_answer_says_that_and_no_more(string question)
    {
        using var engine = LedgerPages.Over(Page);
        engine.Statuses = () => new LedgerStatuses(new Dictionary<string, StatusEntry>(), new DateOnly(2026, 1, 1));
        var answer = engine.Ask(new AskRequest(question));
        Assert.Equal(AnswerStatus.NotFound, answer.Status);
        Assert.Contains("还没有登记进展", answer.Text);
    }

    [Theory]
    [InlineData("市水务局去年完成了哪些任务")]
    [InlineData("水厂建设任务完成了吗")]
    [InlineData("产业结构调整的任务有哪些")]
    public void Questions_about_one_thing_or_about_the_past_are_not_the_ledgers(string question)
    {
        using var engine = LedgerPages.Over(Page);
        engine.Statuses = () => Said(Autumn, (engine.Ledger.Items[0], CommitmentStatus.Done));
        Assert.DoesNotContain("登记", engine.Ask(new AskRequest(question)).Text);
    }

    [Fact]
    public void Row_ids_and_with_them_statuses_survive_edits_elsewhere_on_the_page()
    {
        using var before = LedgerPages.Over(Page);
        using var after = LedgerPages.Over(Page.Replace("水是生命之源", "水是一座城市的生命之源", StringComparison.Ordinal));
        Assert.Equal(before.Ledger.Items.Select(i => i.Id), after.Ledger.Items.Select(i => i.Id));
    }

    private static LedgerStatuses Said(DateOnly today, params (Commitment Row, CommitmentStatus Status)[] said) =>
        new(said.ToDictionary(s => s.Row.Id, s => new StatusEntry(s.Status, "通水", null, new DateOnly(2025, 9, 30)), StringComparer.Ordinal), today);
}
