using PolicyQa.App.Publishing;

namespace PolicyQa.App.Channels.Http.Admin;

/// <summary>Says in words what kept files from being read or written; nothing has changed then.</summary>
internal static class DeskGuard
{
    public static Func<AdminRequest, Task<IResult>> Around(Func<AdminRequest, Task<IResult>> work) => async request =>
    {
        try
        {
            return await work(request);
        }
        catch (Exception e) when (e is (IOException or UnauthorizedAccessException) and not BadHttpRequestException)
        {
            Log.DeskFailed(request.Service<ILogger<CorpusDesk>>(), e);
            return request.Page(
                "没有完成",
                $"""<h1>没有完成</h1><p class="fault" role="alert">{DiskFault.Explain(e)}</p><p>问答不受影响，照常用原来的内容回答。</p><p><a class="more" href="/admin/corpus">回到语料</a></p>""",
                StatusCodes.Status507InsufficientStorage);
        }
    };
}
