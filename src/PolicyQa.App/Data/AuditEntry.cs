namespace PolicyQa.App.Data;

/// <summary>Who did what when. Written in one transaction with what was done.</summary>
internal sealed class AuditEntry
{
    public int Id { get; set; }

    public required DateTimeOffset At { get; set; }

    /// <summary>The account's name, the key's name, or 系统.</summary>
    public required string Who { get; set; }

    /// <summary>创建密钥, 登录, …</summary>
    public required string Did { get; set; }

    /// <summary>To what; no secrets.</summary>
    public string About { get; set; } = "";
}
