using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace PolicyQa.App.Data.Migrations;

/// <summary>Columns whose types each provider chooses itself, so that one migration serves both.</summary>
internal static class Columns
{
    /// <summary>A number that the database counts up.</summary>
    public static OperationBuilder<AddColumnOperation> Counter(this ColumnsBuilder table) => table.Column<int>(nullable: false)
        .Annotation("Sqlite:Autoincrement", true)
        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);

    /// <summary>A text.</summary>
    public static OperationBuilder<AddColumnOperation> Text(this ColumnsBuilder table, int? most = null, bool nullable = false) => table.Column<string>(maxLength: most, nullable: nullable);

    /// <summary>A time, as <see cref="UnixMilliseconds"/> writes it.</summary>
    public static OperationBuilder<AddColumnOperation> Time(this ColumnsBuilder table, bool nullable = false) => table.Column<long>(nullable: nullable);

    /// <summary>A whole number, or the number of a row elsewhere.</summary>
    public static OperationBuilder<AddColumnOperation> Number(this ColumnsBuilder table, bool nullable = false) => table.Column<int>(nullable: nullable);

    /// <summary>Yes or no.</summary>
    public static OperationBuilder<AddColumnOperation> Flag(this ColumnsBuilder table) => table.Column<bool>(nullable: false);
}
