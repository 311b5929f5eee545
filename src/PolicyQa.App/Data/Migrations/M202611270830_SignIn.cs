using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyQa.App.Data.Migrations;

/// <summary>Accounts, keys, and who did what.</summary>
[DbContext(typeof(DataContext))]
[Migration("202611270830_SignIn")]
internal sealed class M202611270830_SignIn : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Accounts",
            t => new { Id = t.Counter(), Name = t.Text(Account.LongestName), Key = t.Text(Account.LongestName * 4), PasswordHash = t.Text(), Created = t.Time(), Disabled = t.Flag() },
            constraints: t => t.PrimaryKey("PK_Accounts", r => r.Id));
        migrationBuilder.CreateIndex("IX_Accounts_Key", "Accounts", "Key", unique: true);
        migrationBuilder.CreateTable(
            "Sessions",
            t => new { Id = t.Text(), AccountId = t.Number(), Created = t.Time(), LastSeen = t.Time() },
            constraints: t =>
            {
                t.PrimaryKey("PK_Sessions", r => r.Id);
                t.ForeignKey("FK_Sessions_Accounts_AccountId", r => r.AccountId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_Sessions_AccountId", "Sessions", "AccountId");
        migrationBuilder.CreateTable(
            "SetupLinks",
            t => new { Id = t.Text(), AccountId = t.Number(nullable: true), Expires = t.Time() },
            constraints: t => t.PrimaryKey("PK_SetupLinks", r => r.Id));
        migrationBuilder.CreateTable(
            "FailedSignIns",
            t => new { Id = t.Text(), Failures = t.Number(), Last = t.Time(), LockedUntil = t.Time(nullable: true) },
            constraints: t => t.PrimaryKey("PK_FailedSignIns", r => r.Id));
        migrationBuilder.CreateTable(
            "MachineKeys",
            t => new { Id = t.Counter(), Name = t.Text(), Hash = t.Text(), Administers = t.Flag(), Created = t.Time(), CreatedBy = t.Text(), Revoked = t.Time(nullable: true) },
            constraints: t => t.PrimaryKey("PK_MachineKeys", r => r.Id));
        migrationBuilder.CreateIndex("IX_MachineKeys_Hash", "MachineKeys", "Hash", unique: true);
        migrationBuilder.CreateTable(
            "Audit",
            t => new { Id = t.Counter(), At = t.Time(), Who = t.Text(), Did = t.Text(), About = t.Text() },
            constraints: t => t.PrimaryKey("PK_Audit", r => r.Id));
        migrationBuilder.CreateIndex("IX_Audit_At", "Audit", "At");
    }
}
