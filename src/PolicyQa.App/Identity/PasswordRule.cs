namespace PolicyQa.App.Identity;

/// <summary>What a password must be: long enough, and not the account's name. Anything may stand in it, spaces too (OWASP ASVS 2.1).</summary>
internal static class PasswordRule
{
    public const int Shortest = 12;
    public const int Longest = 128;

    /// <summary>Two neighbours stand together by chance.</summary>
    private const int ShortestRun = 3;

    private static readonly string[] Rows = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "!@#$%^&*()", "1q2w3e4r5t6y7u8i9o0p", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik", "qazwsxedcrfvtgbyhnujmik"];
    private static readonly string[] CommonWords = ["password", "passw0rd", "p@ssw0rd", "admin", "administrator", "welcome", "letmein", "iloveyou", "woaini", "changeme", "root", "test", "guest"];

    /// <summary>What is wrong with it, in Chinese; null where it is fine.</summary>
    /// <param name="password">As typed.</param>
    /// <param name="name">Of the account.</param>
    public static string? FaultOf(string password, string name)
    {
        if (password.Length < Shortest) return $"密码太短：至少 {Shortest} 个字符，一句好记的话就行";
        if (password.Length > Longest) return $"密码太长：最多 {Longest} 个字符";
        if (password.Distinct().Count() < 4) return "密码太简单：不同的字符至少要有 4 个";
        if (IsEasy(password)) return "密码太容易猜：不要用重复的、连着的或者键盘上相邻的字符";
        return password.Trim().Equals(name.Trim(), StringComparison.OrdinalIgnoreCase) ? "密码不能和用户名相同" : null;
    }

    /// <summary>
    /// Whether it is of the kinds that lists of leaked passwords of this length are full of: a short piece repeated (ababababab, 1231231231),
    /// rows of the alphabet, of digits or of the keyboard, one after another (123456qwerty), or a common word with such a tail (password1234).
    /// </summary>
    private static bool IsEasy(string password)
    {
        var text = password.ToLowerInvariant();
        for (var piece = 1; piece <= text.Length / 2; piece++)
            if (Enumerable.Range(piece, text.Length - piece).All(i => text[i] == text[i - piece]))
                return true;
        var start = CommonWords.Where(w => text.StartsWith(w, StringComparison.Ordinal)).Select(w => w.Length).DefaultIfEmpty(0).Max();
        while (start < text.Length)
        {
            var run = RunAt(text, start);
            if (run < ShortestRun) return false;
            start += run;
        }

        return true;
    }

    private static int RunAt(string text, int start)
    {
        var longest = 1;
        foreach (var row in Rows)
        {
            for (var at = row.IndexOf(text[start], StringComparison.Ordinal); at >= 0; at = row.IndexOf(text[start], at + 1))
            {
                foreach (var step in (int[])[1, -1])
                {
                    var length = 1;
                    while (start + length < text.Length && at + (step * length) is var next && next >= 0 && next < row.Length && row[next] == text[start + length]) length++;
                    longest = Math.Max(longest, length);
                }
            }
        }

        var same = 1;
        while (start + same < text.Length && text[start + same] == text[start]) same++;
        return Math.Max(longest, same);
    }
}
