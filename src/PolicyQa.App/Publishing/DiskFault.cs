namespace PolicyQa.App.Publishing;

/// <summary>What broken storage means, for a person who is to put it right.</summary>
internal static class DiskFault
{
    private const int Full = 28;
    private const int ReadOnly = 30;
    private const int OverQuota = 122;

    /// <summary>One plain Chinese sentence.</summary>
    public static string Explain(Exception e) => e switch
    {
        IOException { HResult: Full or OverQuota or unchecked((int)0x80070070) } => "磁盘已满，什么都没有改动；请清理出空间再试。",
        IOException { HResult: ReadOnly } or UnauthorizedAccessException => "文件夹不能写入（只读，或没有权限），什么都没有改动；请联系管理员检查语料文件夹和数据文件夹的权限。",
        DirectoryNotFoundException => "语料文件夹不见了，什么都没有改动；请联系管理员检查设置 Corpus:Path。",
        _ => $"文件读写出错，什么都没有改动；请稍后再试。（{e.Message}）",
    };
}
