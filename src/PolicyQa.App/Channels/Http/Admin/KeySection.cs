using PolicyQa.App.Channels.Http.Pages;
using PolicyQa.App.Data;
using PolicyQa.App.Identity;

namespace PolicyQa.App.Channels.Http.Admin;

/// <summary>Keys for programs.</summary>
internal static class KeySection
{
    private const string Path = "/admin/keys";

    public static void Map(AdminRoutes routes)
    {
        routes.Get("/keys", request => ShowAsync(request, null));
        routes.Post("/keys", CreateAsync);
        routes.Post("/keys/revoke", RevokeAsync);
    }

    private static async Task<IResult> ShowAsync(AdminRequest request, string? fault)
    {
        var keys = await request.Service<MachineKeys>().AllAsync(request.Aborted);
        var list = keys.Count == 0 ? (Html)$"""<p class="soft">还没有在这里创建过密钥。</p>""" : $"""<ul class="rows">{Html.Each(keys, k => Row(request, k))}</ul>""";
        return request.Page(
            "密钥",
            $"""
            <h1>密钥</h1>
            <p>给程序用：请求头 <code>Authorization: Bearer 密钥</code>，可用于 <code>/v1</code> 和 <code>/mcp</code>。</p>
            {list}
            <section class="narrow"><h2>创建密钥</h2>{AdminForm.Fault(fault)}
            {AdminForm.Of(request, Path, $"""
                {AdminForm.Text("name", "给谁用", request.Field("name"), MachineKeys.LongestName, hint: "例如：门户网站、公众号后台")}
                <p class="check"><input type="checkbox" id="f-admin" name="admin" value="1"> <label for="f-admin">也能用管理接口 <code>/api/admin</code>（导出等）</label></p>
                <p><button type="submit">创建密钥</button></p>
                """)}</section>
            """,
            fault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private static Html Row(AdminRequest request, MachineKey key)
    {
        var state = key.Revoked is { } when ? $"{LocalTime.Day(when)}吊销" : $"{LocalTime.Day(key.Created)}由{key.CreatedBy}创建{(key.Administers ? "，有管理权限" : "")}";
        Html act = key.Revoked is null ? AdminForm.Button(request, Path + "/revoke", "吊销", ("id", $"{key.Id}")) : Html.Empty;
        return $"""<li><span><strong>{key.Name}</strong> <small>{state}</small></span><span class="acts">{act}</span></li>""";
    }

    private static async Task<IResult> CreateAsync(AdminRequest request)
    {
        var name = request.Field("name");
        if (name.Length is 0 or > MachineKeys.LongestName) return await ShowAsync(request, $"请写明给谁用，最多 {MachineKeys.LongestName} 个字");
        var key = await request.Service<MachineKeys>().NewAsync(name, request.Field("admin") == "1", request.Name, request.Aborted);
        return request.Page("新密钥", $"""
            <h1>“{name}”的密钥</h1>
            <p>请现在就存好。这里只显示一次，离开这一页就再也看不到；丢了就吊销它，再创建一个。</p>
            <div class="code"><pre id="secret">{key}</pre><button type="button" class="copy" data-copy="secret" hidden>复制</button><span class="copied" role="status"></span></div>
            <p><a class="more" href="{Path}">返回密钥</a></p>
            """);
    }

    private static async Task<IResult> RevokeAsync(AdminRequest request) =>
        await request.Service<MachineKeys>().RevokeAsync(request.Number("id"), request.Name, request.Aborted) ? request.DoneAt(Path, "已吊销，这个密钥马上就不能用了。") : request.Gone();
}
