using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;

namespace PolicyQa.App.Data;

/// <summary>Everything that is kept, as JSON; hashes of passwords, keys, sessions and links apart, which are of use to nobody else.</summary>
internal static class DataExport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>Writes it, UTF-8; one consistent state of the database.</summary>
    public static async Task WriteAsync(DataContext data, Stream to, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var whole = await data.Database.BeginTransactionAsync(cancellationToken);
        var everything = new
        {
            ExportedAt = now,
            Questions = await data.Groups.AsNoTracking().AsSplitQuery().Include(g => g.Wordings).Include(g => g.Answer!.Citations).OrderBy(g => g.Id).ToListAsync(cancellationToken),
            Votes = await data.Votes.AsNoTracking().OrderBy(v => v.Id).Select(v => new { v.At, v.Question, v.Useful }).ToListAsync(cancellationToken),
            Progress = await data.Progress.AsNoTracking().ToListAsync(cancellationToken),
            Accounts = await data.Accounts.AsNoTracking().OrderBy(a => a.Id).Select(a => new { a.Name, a.Created, a.Disabled }).ToListAsync(cancellationToken),
            Keys = await data.MachineKeys.AsNoTracking().OrderBy(k => k.Id).Select(k => new { k.Name, k.Administers, k.Created, k.CreatedBy, k.Revoked }).ToListAsync(cancellationToken),
            Audit = await data.Audit.AsNoTracking().OrderBy(a => a.Id).Select(a => new { a.At, a.Who, a.Did, a.About }).ToListAsync(cancellationToken),
        };
        await JsonSerializer.SerializeAsync(to, everything, Json, cancellationToken);
    }
}
