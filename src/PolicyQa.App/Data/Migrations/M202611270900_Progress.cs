using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyQa.App.Data.Migrations;

/// <summary>What officials say of commitments.</summary>
[DbContext(typeof(DataContext))]
[Migration("202611270900_Progress")]
internal sealed class M202611270900_Progress : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Progress",
            t => new { Id = t.Counter(), RowId = t.Text(ProgressEntry.LongestRowId), Status = t.Text(), Evidence = t.Text(), Link = t.Text(), Who = t.Text(), At = t.Time(), Department = t.Text(), Said = t.Text() },
            constraints: t => t.PrimaryKey("PK_Progress", r => r.Id));
        migrationBuilder.CreateIndex("IX_Progress_RowId", "Progress", "RowId");
    }
}
