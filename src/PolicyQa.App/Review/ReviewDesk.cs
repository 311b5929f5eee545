using Microsoft.EntityFrameworkCore;
using PolicyQa.App.Data;

namespace PolicyQa.App.Review;

/// <summary>What officials do with the queue: answer, rule out, dismiss, take back, delete. What is decided holds from the next question on.</summary>
internal sealed class ReviewDesk(DataStore store, DecisionBook decisions, UnansweredWriter writer, TimeProvider time)
{
    /// <summary>One group with all that belongs to it; null where there is none such.</summary>
    public Task<QuestionGroup?> FindAsync(int id, CancellationToken cancellationToken) => store.WithAsync(
        data => data.Groups.AsNoTracking().AsSplitQuery().Include(g => g.Wordings.OrderByDescending(w => w.Count)).Include(g => g.Answer!.Citations).SingleOrDefaultAsync(g => g.Id == id, cancellationToken),
        cancellationToken);

    /// <summary>Gives the group a reviewed answer; false where there is no such group.</summary>
    /// <param name="id">The group.</param>
    /// <param name="draft">Checked (<see cref="AnswerDraft.FaultsOf"/>).</param>
    /// <param name="confirmed">Ids of the wordings that it answers.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public Task<bool> AnswerAsync(int id, AnswerDraft draft, IReadOnlyCollection<int> confirmed, string by, CancellationToken cancellationToken) => DecideAsync(
        id,
        by,
        "审核答复",
        (data, group) =>
        {
            if (group.Answer is { } old) data.Remove(old);
            group.Answer = new ReviewedAnswer { Text = draft.Text, Office = draft.Office, Date = draft.Date, By = by, At = time.GetUtcNow(), Citations = [.. draft.Quotations.Select(q => new ReviewedCitation { ArticleId = q.ArticleId, Start = q.Start, Excerpt = q.Excerpt })] };
            (group.State, group.HasNews) = (GroupState.Answered, false);
            foreach (var wording in group.Wordings) wording.Confirmed = confirmed.Contains(wording.Id);
        },
        cancellationToken);

    /// <summary>The group's questions will not be answered here, and whoever asks is told so.</summary>
    public Task<bool> RuleOutAsync(int id, IReadOnlyCollection<int> confirmed, string by, CancellationToken cancellationToken) => DecideAsync(
        id,
        by,
        "标为不在范围内",
        (data, group) =>
        {
            if (group.Answer is { } old) data.Remove(old);
            (group.State, group.HasNews) = (GroupState.OutOfScope, false);
            foreach (var wording in group.Wordings) wording.Confirmed = confirmed.Contains(wording.Id);
        },
        cancellationToken);

    /// <summary>Nothing is to be done about the group; or, taken back, it waits again.</summary>
    public Task<bool> SetAsideAsync(int id, bool dismissed, string by, CancellationToken cancellationToken) => DecideAsync(
        id,
        by,
        dismissed ? "忽略问题" : "放回待处理",
        (data, group) =>
        {
            if (group.Answer is { } old) data.Remove(old);
            (group.State, group.HasNews) = (dismissed ? GroupState.Dismissed : GroupState.Open, false);
            foreach (var wording in group.Wordings) wording.Confirmed = false;
        },
        cancellationToken);

    /// <summary>Deletes the group, its wordings, its answer, and the votes on its questions; nothing of them is kept, in the audit trail neither.</summary>
    public Task<bool> DeleteAsync(int id, string by, CancellationToken cancellationToken) => store.WithAsync(
        async data =>
        {
            if (!await GroupDeletion.RunAsync(data, id, by, time.GetUtcNow(), cancellationToken)) return false;
            writer.Forget();
            await decisions.LoadAsync(cancellationToken);
            return true;
        },
        cancellationToken);

    private Task<bool> DecideAsync(int id, string by, string did, Action<DataContext, QuestionGroup> decide, CancellationToken cancellationToken) => store.WithAsync(
        async data =>
        {
            await using var whole = await data.Database.BeginTransactionAsync(cancellationToken);
            var group = await data.Groups.AsSplitQuery().Include(g => g.Wordings).Include(g => g.Answer!.Citations).SingleOrDefaultAsync(g => g.Id == id, cancellationToken);
            if (group is null) return false;
            // One answer a group: the old one must be gone before the new one comes.
            if (group.Answer is { } old)
            {
                data.Remove(old);
                await data.SaveChangesAsync(cancellationToken);
                group.Answer = null;
            }

            decide(data, group);
            data.Note(time.GetUtcNow(), by, did, $"第 {id} 组");
            await data.SaveChangesAsync(cancellationToken);
            await whole.CommitAsync(cancellationToken);
            await decisions.LoadAsync(cancellationToken);
            return true;
        },
        cancellationToken);
}
