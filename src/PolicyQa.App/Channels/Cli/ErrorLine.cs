using Microsoft.AspNetCore.Connections;
using PolicyQa.Evaluation;

namespace PolicyQa.App.Channels.Cli;

/// <summary>Any failure as one line for the person at the keyboard.</summary>
internal static class ErrorLine
{
    // errno, as .NET hands it on.
    private const int DiskFull = 28;
    private const int QuotaExceeded = 122;
    private const int ReadOnlyDisk = 30;

    public static string Of(Exception exception) => "错误：" + Describe(exception).ReplaceLineEndings(" ");

    private static string Describe(Exception exception) => exception switch
    {
        UserErrorException or EvaluationFileException => exception.Message,
        AggregateException { InnerExceptions: [var first, ..] } => Describe(first),
        IOException { InnerException: AddressInUseException } => PortInUse(exception.Message),
        IOException { HResult: DiskFull or QuotaExceeded } => $"磁盘满了，写不进去：{exception.Message}",
        IOException { HResult: ReadOnlyDisk } => $"磁盘是只读的，写不进去：{exception.Message}",
        UnauthorizedAccessException => $"没有读写权限：{exception.Message}",
        IOException => SaysItInChinese(exception) ? exception.Message : $"读写文件失败：{exception.Message}",
        _ => $"程序内部出错：{exception.Message}（加 --verbose 查看细节）",
    };

    // Kestrel: "Failed to bind to address http://127.0.0.1:5080: address already in use."
    private static string PortInUse(string message)
    {
        var address = message.Split(' ').FirstOrDefault(w => w.StartsWith("http"))?.TrimEnd(':');
        return $"端口已被占用：{address}；请停掉占用它的程序，或用 --urls 换一个端口";
    }

    private static bool SaysItInChinese(Exception exception) => exception.Message.Any(c => c is >= '\u4E00' and <= '\u9FFF');
}
