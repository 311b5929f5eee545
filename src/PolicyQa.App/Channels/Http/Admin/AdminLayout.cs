using PolicyQa.App.Channels.Http.Pages;

namespace PolicyQa.App.Channels.Http.Admin;

/// <summary>The frame of /admin's pages: sections, who is signed in, what was done just before.</summary>
internal static class AdminLayout
{
    public static Page Frame(AdminRequest request, string title, Html main)
    {
        Html head = request.Name.Length == 0 ? Html.Empty : Head(request);
        Html done = request.Done is null ? Html.Empty : $"""<p class="done" role="status">{request.Done}</p>""";
        return new Page($"{title} · 管理", $"""<div class="admin">{head}{done}{main}</div>""", Style: "admin");
    }

    private static Html Head(AdminRequest request) =>
        $"""
        <div class="admin-head"><nav aria-label="管理"><ul>{Html.Each(AdminSections.All.Where(s => s.Name.Length > 0), s => Link(s, request.Http.Request.Path))}</ul></nav>
        <div class="who"><span>{request.Name}</span>{AdminForm.Button(request, "/admin/sign-out", "退出")}</div></div>
        """;

    private static Html Link(AdminSection section, PathString path)
    {
        var address = $"/admin{section.Path}";
        var here = section.Path.Length == 0 ? path == "/admin" : path.StartsWithSegments(address);
        return $"""<li><a href="{address}"{(here ? (Html)$""" aria-current="page" """ : Html.Empty)}>{section.Name}</a></li>""";
    }
}
