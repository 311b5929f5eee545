using Microsoft.EntityFrameworkCore;

namespace PolicyQa.App.Data;

/// <summary>
/// The tables. Get one from <see cref="DataStore.OpenAsync"/>, for one piece of work, and dispose of it. A new table: an entity in
/// this folder, a property here, a migration in Migrations; a test holds that migrations and model agree.
/// </summary>
internal sealed class DataContext(DbContextOptions<DataContext> options) : DbContext(options)
{
    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<SetupLink> SetupLinks => Set<SetupLink>();

    public DbSet<FailedSignIn> FailedSignIns => Set<FailedSignIn>();

    public DbSet<MachineKey> MachineKeys => Set<MachineKey>();

    public DbSet<ProgressEntry> Progress => Set<ProgressEntry>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<QuestionGroup> Groups => Set<QuestionGroup>();

    public DbSet<Wording> Wordings => Set<Wording>();

    public DbSet<FeedbackVote> Votes => Set<FeedbackVote>();

    public DbSet<ReviewedAnswer> ReviewedAnswers => Set<ReviewedAnswer>();

    public DbSet<ReviewedCitation> ReviewedCitations => Set<ReviewedCitation>();

    /// <summary>Notes who did what; saved together with what was done.</summary>
    public void Note(DateTimeOffset at, string who, string did, string about = "") => Audit.Add(new AuditEntry { At = at, Who = who, Did = did, About = about });

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Account>(e =>
        {
            e.Property(a => a.Name).HasMaxLength(Account.LongestName);
            e.Property(a => a.Key).HasMaxLength(Account.LongestName * 4);
            e.HasIndex(a => a.Key).IsUnique();
        });
        modelBuilder.Entity<Session>().HasOne(s => s.Account).WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
        modelBuilder.Entity<MachineKey>().HasIndex(k => k.Hash).IsUnique();
        modelBuilder.Entity<ProgressEntry>(e =>
        {
            e.Property(p => p.RowId).HasMaxLength(ProgressEntry.LongestRowId);
            e.HasIndex(p => p.RowId);
        });
        modelBuilder.Entity<AuditEntry>().HasIndex(a => a.At);
        modelBuilder.Entity<FeedbackVote>().HasIndex(v => v.At);
        modelBuilder.Entity<Wording>().HasIndex(w => w.Key).IsUnique();
        modelBuilder.Entity<QuestionGroup>(e =>
        {
            e.HasIndex(g => new { g.State, g.LastSeen });
            e.HasMany(g => g.Wordings).WithOne().HasForeignKey(w => w.GroupId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne(g => g.Answer).WithOne().HasForeignKey<ReviewedAnswer>(a => a.GroupId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<ReviewedAnswer>().HasMany(a => a.Citations).WithOne().HasForeignKey(c => c.AnswerId).OnDelete(DeleteBehavior.Cascade);
    }
}
