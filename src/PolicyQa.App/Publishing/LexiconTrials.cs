using PolicyQa.Analysis;
using PolicyQa.App.Configuration;
using PolicyQa.Evaluation;

namespace PolicyQa.App.Publishing;

/// <summary>
/// Tries an edited lexicon in the background: an index in memory, the same questions to it and to what is served, on one
/// thread of low priority and for a bounded time. One at a time: a newer one ends the one before.
/// </summary>
internal sealed class LexiconTrials(Settings settings, EngineHost engines, TimeProvider time, ILogger<LexiconTrials> logger) : IDisposable
{
    /// <summary>An index in memory takes some times the size of its text.</summary>
    internal const int MostCharacters = 20_000_000;

    private const int MostQuestions = 400;
    private const int Remembered = 8;

    private readonly Lock gate = new();
    private readonly List<LexiconTrial> trials = [];
    private CancellationTokenSource? running;

    /// <summary>How far the trial of a draft is; null where there is none.</summary>
    public LexiconTrial? Find(string draft)
    {
        lock (gate) return trials.Find(t => t.Draft == draft);
    }

    /// <summary>Begins the trial of a draft, unless there is one.</summary>
    /// <param name="draft">Its id.</param>
    /// <param name="before">The lexicon that is served.</param>
    /// <param name="after">The edited one.</param>
    public LexiconTrial Start(string draft, Lexicon before, Lexicon after)
    {
        lock (gate)
        {
            if (trials.Find(t => t.Draft == draft) is { } known) return known;
            running?.Cancel();
            // Disposed by its own thread.
            running = new CancellationTokenSource(TimeSpan.FromSeconds(settings.TrialSeconds), time);
            var over = running;
            var trial = new LexiconTrial(draft, 0, 0, null, null);
            trials.Insert(0, trial);
            if (trials.Count > Remembered) trials.RemoveAt(Remembered);
            var thread = new Thread(() => Run(trial, before, after, over)) { IsBackground = true, Priority = ThreadPriority.BelowNormal, Name = "lexicon trial" };
            thread.Start();
            return trial;
        }
    }

    /// <summary>Forgets a trial, so that it can be begun anew.</summary>
    public void Forget(string draft)
    {
        lock (gate) trials.RemoveAll(t => t.Draft == draft);
    }

    public void Dispose()
    {
        lock (gate) running?.Cancel();
    }

    private void Run(LexiconTrial trial, Lexicon before, Lexicon after, CancellationTokenSource over)
    {
        try
        {
            if (engines.Current?.Engine is not { } served)
            {
                Put(trial with { Fault = "索引还在准备，请稍后再试。" });
                return;
            }

            if (served.Articles.Sum(a => (long)a.Text.Length) > MostCharacters)
            {
                Put(trial with { Fault = "语料太大，不在这里试跑；请在命令行用 evaluate 比较。" });
                return;
            }

            var questions = settings.Questions is { } file ? QuestionFile.Read(file, 10) : CommitmentQuestions.Of(served.Ledger, [before, after], MostQuestions);
            if (questions.Count > MostQuestions) questions = [.. questions.Take(MostQuestions)];
            if (questions.Count == 0)
            {
                Put(trial with { Fault = "没有可以试跑的问题：台账里没有带数量或时限的承诺。可以用设置 Lexicon:Questions 指定一个问题文件。" });
                return;
            }

            using var edited = QaEngine.ForArticles(served.Articles, after, settings.Engine, progress: null, over.Token);
            var report = EngineTrial.Run(questions, r => served.Ask(r), r => edited.Ask(r), new Reporter(this, trial), over.Token);
            Put(trial with { Asked = report.Asked, Questions = report.Questions, Report = report });
        }
        catch (OperationCanceledException)
        {
            Put(trial with { Fault = $"{settings.TrialSeconds} 秒内没有跑完，已停止。" });
        }
        catch (EvaluationFileException e)
        {
            Put(trial with { Fault = $"问题文件有误：{e.Message}" });
        }
        catch (ObjectDisposedException)
        {
            Put(trial with { Fault = "试跑期间语料更新了，请重新试跑。" });
        }
        catch (Exception e)
        {
            // A thread of our own: what escapes here would end the process.
            Log.TrialFailed(logger, e);
            Put(trial with { Fault = "试跑出错，没有结果；不影响发布。" });
        }
        finally
        {
            lock (gate)
            {
                if (running == over) running = null;
            }

            over.Dispose();
        }
    }

    private void Put(LexiconTrial trial)
    {
        lock (gate)
        {
            var at = trials.FindIndex(t => t.Draft == trial.Draft);
            if (at >= 0) trials[at] = trial;
        }
    }

    private sealed class Reporter(LexiconTrials trials, LexiconTrial trial) : IProgress<EvaluationProgress>
    {
        public void Report(EvaluationProgress value) => trials.Put(trial with { Asked = value.Done, Questions = value.Total });
    }
}
