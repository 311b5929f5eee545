using PolicyQa.App.Channels.Http.Pages;
using PolicyQa.App.Data;
using PolicyQa.App.Identity;

namespace PolicyQa.App.Channels.Http.Admin;

/// <summary>Accounts: one's own password, links for colleagues, shutting out.</summary>
internal static class AccountSection
{
    private const string Path = "/admin/accounts";

    public static void Map(AdminRoutes routes)
    {
        routes.Get("/accounts", request => ShowAsync(request, null));
        routes.Post("/accounts/password", ChangeAsync);
        routes.Post("/accounts/link", LinkAsync);
        routes.Post("/accounts/disable", DisableAsync);
    }

    private static async Task<IResult> ShowAsync(AdminRequest request, string? fault)
    {
        var accounts = await request.Service<AccountBook>().AllAsync(request.Aborted);
        return request.Page(
            "账号",
            $"""
            <h1>账号</h1>
            <ul class="rows">{Html.Each(accounts, a => Row(request, a))}</ul>
            {AdminForm.Button(request, Path + "/link", "给同事发新账号链接")}
            <section class="narrow"><h2>修改我的密码</h2>{AdminForm.Fault(fault)}
            {AdminForm.Of(request, Path + "/password", (Html)$"""
                <input type="hidden" name="name" autocomplete="username" value="{request.Name}">
                {AdminForm.Password("old", "现在的密码", "current-password")}
                {AdminForm.Password("password", "新密码", "new-password", $"至少 {PasswordRule.Shortest} 个字符")}
                {AdminForm.Password("again", "再输一次新密码", "new-password")}
                <p><button type="submit">修改密码</button></p>
                """)}</section>
            """,
            fault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private static Html Row(AdminRequest request, Account account)
    {
        var id = $"{account.Id}";
        var acts = account.Id == request.AccountId
            ? (Html)$"""<span class="tag">我</span>"""
            : $"""{AdminForm.Button(request, Path + "/link", "发重设密码链接", ("id", id))}{AdminForm.Button(request, Path + "/disable", account.Disabled ? "启用" : "停用", ("id", id), ("off", account.Disabled ? "0" : "1"))}""";
        return $"""<li><span><strong>{account.Name}</strong> <small>{(account.Disabled ? "已停用" : $"{LocalTime.Day(account.Created)}创建")}</small></span><span class="acts">{acts}</span></li>""";
    }

    private static async Task<IResult> ChangeAsync(AdminRequest request)
    {
        var fresh = request.Form["password"].ToString();
        if (fresh != request.Form["again"].ToString()) return await ShowAsync(request, "两次输入的新密码不一样");
        if (await request.Service<AccountBook>().ChangePasswordAsync(request.AccountId, request.Form["old"].ToString(), fresh, request.Aborted) is { } fault) return await ShowAsync(request, fault);
        // All sessions have ended, this one too.
        AdminCookie.Write(request.Http, await request.Service<Sessions>().BeginAsync(request.AccountId, request.Aborted));
        return Results.LocalRedirect(Path);
    }

    private static async Task<IResult> LinkAsync(AdminRequest request)
    {
        var id = request.Number("id");
        var account = id == 0 ? null : await request.Service<AccountBook>().FindAsync(id, request.Aborted);
        if (id != 0 && account is null) return request.Gone();
        var secret = await request.Service<SetupLinks>().NewAsync(account, request.Name, request.Aborted);
        var link = $"{request.Service<SiteAddress>().Of(request.Http.Request)}/admin/setup?link={secret}";
        return request.Page("一次性链接", $"""
            <h1>{(account is null ? "新账号链接" : $"“{account.Name}”的重设密码链接")}</h1>
            <p>请当面或用可靠的方式交给本人。{(int)SetupLinks.Lifetime.TotalHours} 小时内有效，只能用一次，离开这一页就再也看不到。</p>
            <div class="code"><pre id="secret">{link}</pre><button type="button" class="copy" data-copy="secret" hidden>复制</button><span class="copied" role="status"></span></div>
            <p><a class="more" href="{Path}">返回账号</a></p>
            """);
    }

    private static async Task<IResult> DisableAsync(AdminRequest request)
    {
        var off = request.Field("off") == "1";
        // Whoever shuts out himself may be the last one.
        if (request.Number("id") == request.AccountId) return await ShowAsync(request, "不能停用自己");
        return await request.Service<AccountBook>().DisableAsync(request.Number("id"), off, request.Name, request.Aborted) ? request.DoneAt(Path, off ? "已停用。" : "已启用。") : request.Gone();
    }
}
