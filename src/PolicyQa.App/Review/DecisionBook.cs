using PolicyQa.App.Data;

namespace PolicyQa.App.Review;

/// <summary>
/// Brings what officials have decided from the database into memory (<see cref="ReviewedAnswers"/>), and notes which answers lost or
/// regained their quotations. Runs at every start and after every decision.
/// </summary>
internal sealed class DecisionBook(DataStore store, ReviewedAnswers reviewed, EngineHost engines, TimeProvider time, ILogger<DecisionBook> logger) : IDisposable
{
    private const string System = "系统";

    /// <summary>Who reads later publishes later.</summary>
    private readonly SemaphoreSlim gate = new(1);

    /// <summary>Reads all that is decided; the number of decisions in force.</summary>
    /// <exception cref="DataUnavailableException">The database cannot be used now; what is in memory stays in force.</exception>
    public async Task<int> LoadAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            return await store.PlainAsync(LoadAsync, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private async Task<int> LoadAsync(PlainSql sql)
    {
        var engine = engines.Current?.Engine;
        var groups = await sql.ListAsync($"""SELECT "Id", "State" FROM "Groups" WHERE "State" IN ({GroupState.Answered}, {GroupState.OutOfScope})""", r => (Id: r.GetInt32(0), State: (GroupState)r.GetInt32(1)));
        List<Decision> decisions = [];
        if (groups.Count > 0)
        {
            var wordings = (await sql.ListAsync(
                $"""SELECT w."GroupId", w."Key", w."Text" FROM "Wordings" w JOIN "Groups" g ON g."Id" = w."GroupId" WHERE w."Confirmed" AND g."State" IN ({GroupState.Answered}, {GroupState.OutOfScope}) ORDER BY w."Id" """,
                r => (Group: r.GetInt32(0), Key: r.GetString(1), Text: r.GetString(2)))).ToLookup(w => w.Group);
            var answers = (await sql.ListAsync(
                $"""SELECT "GroupId", "Id", "Text", "Office", "Date", "Suspended" FROM "ReviewedAnswers" """,
                r => (Group: r.GetInt32(0), Id: r.GetInt32(1), Text: r.GetString(2), Office: r.GetString(3), Date: r.GetFieldValue<DateOnly>(4), Suspended: r.IsDBNull(5) ? null : r.GetString(5)))).ToDictionary(a => a.Group);
            var citations = (await sql.ListAsync(
                $"""SELECT "AnswerId", "ArticleId", "Start", "Excerpt" FROM "ReviewedCitations" ORDER BY "Id" """,
                r => (Answer: r.GetInt32(0), Quotation: new ReviewedQuotation(r.GetString(1), r.GetInt32(2), r.GetString(3))))).ToLookup(c => c.Answer, c => c.Quotation);
            foreach (var (id, state) in groups)
            {
                var decision = new Decision(id, [.. wordings[id].Select(w => w.Key)], [.. wordings[id].Select(w => w.Text)]);
                if (answers.TryGetValue(id, out var answer))
                {
                    decision = decision with { Text = answer.Text, Office = answer.Office, Date = answer.Date, Quotations = [.. citations[answer.Id]] };
                    if (engine is not null) await CheckAsync(sql, decision, answer.Suspended, engine);
                }
                else if (state == GroupState.Answered)
                {
                    continue;
                }

                decisions.Add(decision);
            }
        }

        reviewed.Publish(decisions, engine);
        return decisions.Count;
    }

    private async Task CheckAsync(PlainSql sql, Decision decision, string? suspended, QaEngine engine)
    {
        var lost = decision.Quotations.FirstOrDefault(q => q.Find(engine) < 0);
        var why = lost is null ? null : engine.FindArticle(lost.ArticleId) is { } article ? $"引用的文章《{article.Title}》改了，原句不在了" : "引用的文章不在了";
        if (why == suspended) return;
        await sql.WholeAsync(async () =>
        {
            await sql.NoteAsync(time.GetUtcNow(), System, why is null ? "恢复答复" : "停用答复", $"第 {decision.Group} 组");
            return await sql.RunAsync($"""UPDATE "ReviewedAnswers" SET "Suspended" = {why} WHERE "GroupId" = {decision.Group}""");
        });
        if (why is not null) Log.ReviewedSuspended(logger, decision.Group, why);
    }
}
