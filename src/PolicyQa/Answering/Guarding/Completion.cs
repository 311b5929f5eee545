namespace PolicyQa.Answering.Guarding;

/// <summary>Words that say of something named before that it will be done: 全部建成, 力争投用.</summary>
internal static class Completion
{
    private static readonly WordList Words = new([.. "全部 全面 基本 力争 争取 确保 实现 将 要 可 均 陆续 正式 并 且 务必 必须 完全 率先 如期 按期 一并 同步 前 内".Split(' '), .. Predicates.All]);

    public static bool IsAllOf(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            var length = char.IsLetterOrDigit(text[0]) ? Words.LongestAt(text, 0) : 1;
            if (length == 0) return false;
            text = text[length..];
        }

        return true;
    }
}
