using PolicyQa.App.Channels.Http.Pages;

namespace PolicyQa.App.Channels.Http.Admin;

/// <summary>A request of somebody who was let in, and how it is answered.</summary>
/// <param name="Http">The request itself.</param>
/// <param name="AccountId">Who is signed in; 0 for a program and for nobody.</param>
/// <param name="Name">The account's name, or the key's; empty for nobody.</param>
internal sealed record AdminRequest(HttpContext Http, int AccountId, string Name)
{
    private const int LongestField = 20_000;

    /// <summary>What was posted; empty for a page.</summary>
    public IFormCollection Form { get; init; } = FormCollection.Empty;

    /// <summary>The hidden field that every form must carry; <see cref="AdminForm"/> puts it there.</summary>
    public Html Token { get; init; } = Html.Empty;

    /// <summary>What was done just before; null for nothing.</summary>
    public string? Done { get; init; }

    /// <summary>How messages go along to the next page.</summary>
    internal Action<string> Leave { get; init; } = _ => { };

    public CancellationToken Aborted => Http.RequestAborted;

    public T Service<T>()
        where T : notnull => Http.RequestServices.GetRequiredService<T>();

    /// <summary>A field of the form, trimmed and with plain line ends; empty where it is not there.</summary>
    public string Field(string name)
    {
        var value = Form[name].ToString().ReplaceLineEndings("\n").Trim();
        return value.Length > LongestField ? value[..LongestField] : value;
    }

    /// <summary>The number in the address or the form; 0 where there is none.</summary>
    public int Number(string name) => int.TryParse((Http.Request.RouteValues[name] as string) ?? (Form.ContainsKey(name) ? Form[name].ToString() : Http.Request.Query[name].ToString()), out var number) ? number : 0;

    /// <summary>A page in the frame of /admin.</summary>
    public HtmlResult Page(string title, Html main, int status = StatusCodes.Status200OK) => new(AdminLayout.Frame(this, title, main), status);

    /// <summary>Back to a page, which says what was done: a reload does nothing twice.</summary>
    /// <param name="path">With /admin.</param>
    /// <param name="said">In Chinese.</param>
    public IResult DoneAt(string path, string said)
    {
        Leave(said);
        return Results.LocalRedirect(path);
    }

    /// <summary>There is no such thing.</summary>
    public HtmlResult Gone() => Page("没有找到", $"""<h1>没有找到</h1><p>它可能已经被处理或删除了。</p>""", StatusCodes.Status404NotFound);
}
