using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyQa.App.Data.Migrations;

/// <summary>Questions without a (good) answer, votes, reviewed answers.</summary>
[DbContext(typeof(DataContext))]
[Migration("202611270930_Questions")]
internal sealed class M202611270930_Questions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Groups",
            t => new
            {
                Id = t.Counter(),
                Text = t.Text(),
                State = t.Number(),
                Refused = t.Number(),
                Disliked = t.Number(),
                FirstSeen = t.Time(),
                LastSeen = t.Time(),
                Channels = t.Text(),
                HasNews = t.Flag(),
            },
            constraints: t => t.PrimaryKey("PK_Groups", r => r.Id));
        migrationBuilder.CreateIndex("IX_Groups_State_LastSeen", "Groups", ["State", "LastSeen"]);
        migrationBuilder.CreateTable(
            "Wordings",
            t => new { Id = t.Counter(), GroupId = t.Number(), Key = t.Text(), Text = t.Text(), Count = t.Number(), LastSeen = t.Time(), Confirmed = t.Flag() },
            constraints: t =>
            {
                t.PrimaryKey("PK_Wordings", r => r.Id);
                t.ForeignKey("FK_Wordings_Groups_GroupId", r => r.GroupId, "Groups", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_Wordings_Key", "Wordings", "Key", unique: true);
        migrationBuilder.CreateIndex("IX_Wordings_GroupId", "Wordings", "GroupId");
        migrationBuilder.CreateTable(
            "Votes",
            t => new { Id = t.Counter(), At = t.Time(), Question = t.Text(), Useful = t.Flag() },
            constraints: t => t.PrimaryKey("PK_Votes", r => r.Id));
        migrationBuilder.CreateIndex("IX_Votes_At", "Votes", "At");
        migrationBuilder.CreateTable(
            "ReviewedAnswers",
            t => new { Id = t.Counter(), GroupId = t.Number(), Text = t.Text(), Office = t.Text(), Date = t.Column<DateOnly>(nullable: false), By = t.Text(), At = t.Time(), Suspended = t.Text(nullable: true) },
            constraints: t =>
            {
                t.PrimaryKey("PK_ReviewedAnswers", r => r.Id);
                t.ForeignKey("FK_ReviewedAnswers_Groups_GroupId", r => r.GroupId, "Groups", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_ReviewedAnswers_GroupId", "ReviewedAnswers", "GroupId", unique: true);
        migrationBuilder.CreateTable(
            "ReviewedCitations",
            t => new { Id = t.Counter(), AnswerId = t.Number(), ArticleId = t.Text(), Start = t.Number(), Excerpt = t.Text() },
            constraints: t =>
            {
                t.PrimaryKey("PK_ReviewedCitations", r => r.Id);
                t.ForeignKey("FK_ReviewedCitations_ReviewedAnswers_AnswerId", r => r.AnswerId, "ReviewedAnswers", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_ReviewedCitations_AnswerId", "ReviewedCitations", "AnswerId");
    }
}
