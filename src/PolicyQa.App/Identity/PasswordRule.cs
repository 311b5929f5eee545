namespace PolicyQa.App.Identity;

/// <summary>What a password must be: long enough, and not the account's name. Anything may stand in it, spaces too (OWASP ASVS 2.1).</summary>
internal static class PasswordRule
{
    public const int Shortest = 12;
    public const int Longest = 128;

    /// <summary>What is wrong with it, in Chinese; null where it is fine.</summary>
    /// <param name="password">As typed.</param>
    /// <param name="name">Of the account.</param>
    public static string? FaultOf(string password, string name)
    {
        if (password.Length < Shortest) return $"密码太短：至少 {Shortest} 个字符，一句好记的话就行";
        if (password.Length > Longest) return $"密码太长：最多 {Longest} 个字符";
        if (password.Distinct().Count() < 4) return "密码太简单：不同的字符至少要有 4 个";
        return password.Trim().Equals(name.Trim(), StringComparison.OrdinalIgnoreCase) ? "密码不能和用户名相同" : null;
    }
}
