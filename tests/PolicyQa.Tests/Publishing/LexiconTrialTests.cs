using Microsoft.Extensions.Logging.Abstractions;
using PolicyQa.Analysis;
using PolicyQa.App.Publishing;
using PolicyQa.Corpus;
using PolicyQa.Evaluation;

namespace PolicyQa.Tests.Publishing;

public sealed class LexiconTrialTests : IDisposable
{
    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public void A_synonym_changes_which_questions_are_answered_and_the_figures_say_so()
    {
        var (before, after) = (Lexicon.Default, Edited("公办幼儿园 = 阳光园舍\n"));
        var questions = CommitmentQuestions.Of(desk.Served.Ledger, [before, after], 400);
        Assert.Contains(questions, q => q.Request.Question == "市教育局新建多少所公办幼儿园？" && q.Gold.Answers is ["5所"]);
        Assert.Contains(questions, q => q.Request.Question == "市教育局新建多少所阳光园舍？");
        using var edited = QaEngine.ForArticles(desk.Served.Articles, after, new EngineOptions());
        var report = EngineTrial.Run(questions, r => desk.Served.Ask(r), r => edited.Ask(r), null, CancellationToken.None);
        Assert.True(report.IsComplete);
        Assert.True(report.After.Answers!.Right > report.Before.Answers!.Right, $"{report.Before.Answers.Right} → {report.After.Answers.Right}");
        var change = Assert.Single(report.Changes, c => c.Question.Request.Question.Contains("阳光园舍", StringComparison.Ordinal));
        Assert.Equal((false, true), (change.RightBefore, change.RightAfter));
    }

    [Fact]
    public void The_same_lexicon_changes_nothing()
    {
        var questions = CommitmentQuestions.Of(TestEngine.Real.Ledger, [], 40);
        Assert.True(questions.Count > 10);
        var report = EngineTrial.Run(questions, r => TestEngine.Real.Ask(r), r => TestEngine.Real.Ask(r), null, CancellationToken.None);
        Assert.Empty(report.Changes);
        Assert.True(report.Before.Answers!.RightShare > 0.5, $"{report.Before.Answers.RightShare}");
    }

    [Fact]
    public void Time_that_is_over_ends_the_trial_with_what_was_asked_until_then()
    {
        using var over = new CancellationTokenSource();
        var questions = CommitmentQuestions.Of(desk.Served.Ledger, [], 10);
        var report = EngineTrial.Run(questions, r => { over.Cancel(); return desk.Served.Ask(r); }, r => desk.Served.Ask(r), null, over.Token);
        Assert.Equal(1, report.Asked);
        Assert.False(report.IsComplete);
    }

    [Fact]
    public async Task It_runs_in_the_background_and_is_remembered()
    {
        using var trials = new LexiconTrials(desk.Settings, desk.Engines, TimeProvider.System, NullLogger<LexiconTrials>.Instance);
        trials.Start("d1", Lexicon.Default, Edited("公办幼儿园 = 阳光园舍\n"));
        for (var tries = 0; tries < 600 && trials.Find("d1") is { IsOver: false }; tries++) await Task.Delay(50);
        Assert.NotEmpty(trials.Find("d1")!.Report!.Changes);
        Assert.Null(trials.Find("d2"));
    }

    [Fact]
    public void Words_are_shown_with_the_edited_lexicon_and_with_the_present_one()
    {
        var view = new LexiconView(desk.Served.Articles);
        const string Sentence = "云端草原行动启动";
        Assert.DoesNotContain(view.Tokens(Lexicon.Default, Sentence), t => t.Text == "云端草原行动");
        var whole = view.Tokens(Edited("云端草原行动 = 云草行动\n"), Sentence)[0];
        Assert.Equal(("云端草原行动", 0, 6), (whole.Text, whole.Start, whole.End));
        Assert.Contains("云草行动", whole.Synonyms);
        Assert.NotEmpty(whole.Parts);
    }

    private static Lexicon Edited(string text) => Lexicon.Of([new SourceFile("lexicon/a.txt", Desk.Bytes(text))]);
}
