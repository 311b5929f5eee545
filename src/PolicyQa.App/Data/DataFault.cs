using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace PolicyQa.App.Data;

/// <summary>What a failed read or write of the database means.</summary>
internal static class DataFault
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>There was no room for the file that readers and writers share.</summary>
    private const int NoRoomToShare = (19 << 8) | InputOutput;

    /// <summary>In plain Chinese; null where it is no fault of the database's surroundings but a bug.</summary>
    public static string? Of(Exception exception) => exception switch
    {
        DataUnavailableException e => e.Message,
        DbUpdateException { InnerException: { } inner } => Of(inner),
        SqliteException { SqliteExtendedErrorCode: NoRoomToShare } => "磁盘满了，存不下",
        SqliteException e => e.SqliteErrorCode switch
        {
            Busy or Locked => "数据库正被别的程序占用，请稍后再试",
            ReadOnly => "数据库文件只能读，不能写：请检查文件和文件夹的权限",
            InputOutput => "读写数据库文件时磁盘出错",
            Corrupt or NotADatabase => "数据库文件已损坏；损坏的文件会另存，还读得出的记录会搬进新的数据库",
            Full => "磁盘满了，存不下",
            CannotOpen => "打不开数据库文件：请检查文件和文件夹的权限",
            _ => null,
        },
        // What a server says is its own; where it is not there, the driver says so.
        DbException e when e.GetType().Name == "PostgresException" => e.SqlState switch
        {
            "28P01" or "28000" => "PostgreSQL 不接受这个用户名或密码：请检查设置 Data:ConnectionString",
            "3D000" => "PostgreSQL 里没有这个数据库：请先建好，再检查设置 Data:ConnectionString",
            "53100" => "PostgreSQL 的磁盘满了，存不下",
            "25006" => "PostgreSQL 现在只能读，不能写",
            "53300" => "PostgreSQL 的连接满了，请稍后再试",
            "57P01" or "57P02" or "57P03" => "PostgreSQL 正在停止或重启，请稍后再试",
            _ => null,
        },
        DbException e when e.GetType().Name == "NpgsqlException" => "连不上 PostgreSQL：请检查设置 Data:ConnectionString 和服务器",
        UnauthorizedAccessException => "没有权限读写数据库所在的文件夹",
        IOException or CryptographicException => "读写数据库所在的文件夹时出错",
        // So EF wraps what it takes for a passing fault.
        InvalidOperationException { InnerException: (DbException or DbUpdateException) and var inner } => Of(inner),
        TimeoutException => "数据库没有及时响应",
        _ => null,
    };

    /// <summary>The file is no good any more.</summary>
    public static bool MeansDamage(Exception exception) => exception switch
    {
        SqliteException e => e.SqliteErrorCode is Corrupt or NotADatabase,
        DbUpdateException { InnerException: { } inner } => MeansDamage(inner),
        _ => false,
    };
}
