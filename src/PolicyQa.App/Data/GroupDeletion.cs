using Microsoft.EntityFrameworkCore;

namespace PolicyQa.App.Data;

/// <summary>Deletes a group of questions, its wordings, its answer, and the votes on its questions; nothing of them is kept, in the audit trail neither.</summary>
internal static class GroupDeletion
{
    /// <summary>False where there is no such group.</summary>
    public static async Task<bool> RunAsync(DataContext data, int id, string by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var whole = await data.Database.BeginTransactionAsync(cancellationToken);
        var texts = await data.Wordings.Where(w => w.GroupId == id).Select(w => w.Text).ToListAsync(cancellationToken);
        await data.Votes.Where(v => texts.Contains(v.Question)).ExecuteDeleteAsync(cancellationToken);
        if (await data.Groups.Where(g => g.Id == id).ExecuteDeleteAsync(cancellationToken) == 0) return false;
        data.Note(now, by, "删除问题", $"第 {id} 组");
        await data.SaveChangesAsync(cancellationToken);
        await whole.CommitAsync(cancellationToken);
        return true;
    }
}
