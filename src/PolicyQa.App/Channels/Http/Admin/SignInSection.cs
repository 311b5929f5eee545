using PolicyQa.App.Channels.Http.Pages;
using PolicyQa.App.Identity;

namespace PolicyQa.App.Channels.Http.Admin;

/// <summary>Signing in and out, and the one-time links that make an account or renew a password.</summary>
internal static class SignInSection
{
    public static void Map(AdminRoutes routes)
    {
        routes.GetOpen("/sign-in", request => Task.FromResult<IResult>(SignInPage(request, request.Http.Request.Query["to"].ToString(), "", null)));
        routes.PostOpen("/sign-in", SignInAsync);
        routes.GetOpen("/setup", ShowSetupAsync);
        routes.PostOpen("/setup", SetUpAsync);
        routes.Post("/sign-out", SignOutAsync);
    }

    /// <summary>Whoever is not signed in is asked to, and comes back to the page afterwards.</summary>
    public static IResult Ask(HttpContext http) =>
        Results.LocalRedirect("/admin/sign-in" + (HttpMethods.IsGet(http.Request.Method) && http.Request.Path != "/admin" ? QueryString.Create("to", http.Request.Path + http.Request.QueryString) : QueryString.Empty).ToUriComponent());

    private static HtmlResult SignInPage(AdminRequest request, string to, string name, string? fault) => request.Page(
        "登录",
        $"""
        <section class="narrow"><h1>登录管理页面</h1>{AdminForm.Fault(fault)}
        {AdminForm.Of(request, "/admin/sign-in", $"""
            <input type="hidden" name="to" value="{to}">
            {AdminForm.Text("name", "用户名", name, Data.Account.LongestName, autocomplete: "username")}
            {AdminForm.Password("password", "密码", "current-password")}
            <p><button type="submit">登录</button></p>
            """)}
        <p class="soft">忘了密码？请别的管理员给您发重设链接，或在服务器上运行 <code>account reset 用户名</code>。</p></section>
        """,
        fault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);

    private static async Task<IResult> SignInAsync(AdminRequest request)
    {
        var (to, name) = (request.Field("to"), request.Field("name"));
        // A password keeps its blanks.
        var (account, fault) = await request.Service<SignIn>().TryAsync(name, request.Form["password"].ToString(), request.Aborted);
        if (account is not { } id) return SignInPage(request, to, name, fault);
        return await EnterAsync(request, id, IsOurs(to) ? to : "/admin");
    }

    private static async Task<IResult> SignOutAsync(AdminRequest request)
    {
        await request.Service<Sessions>().EndAsync(AdminCookie.Read(request.Http), request.Aborted);
        AdminCookie.Delete(request.Http);
        return Results.LocalRedirect("/admin/sign-in");
    }

    private static async Task<IResult> ShowSetupAsync(AdminRequest request)
    {
        var secret = request.Http.Request.Query["link"].ToString();
        var (valid, name) = await request.Service<SetupLinks>().FindAsync(secret, request.Aborted);
        return valid ? SetupPage(request, secret, name, "", null) : Spent(request);
    }

    private static async Task<IResult> SetUpAsync(AdminRequest request)
    {
        var (secret, name, password) = (request.Field("link"), request.Field("name"), request.Form["password"].ToString());
        var links = request.Service<SetupLinks>();
        var (valid, known) = await links.FindAsync(secret, request.Aborted);
        if (!valid) return Spent(request);
        if (password != request.Form["again"].ToString()) return SetupPage(request, secret, known, name, "两次输入的密码不一样");
        var (account, fault) = await links.UseAsync(secret, name, password, request.Aborted);
        return account is { } id ? await EnterAsync(request, id, "/admin") : SetupPage(request, secret, known, name, fault);
    }

    /// <summary>A fresh session, whatever cookie came along.</summary>
    private static async Task<IResult> EnterAsync(AdminRequest request, int account, string to)
    {
        if (AdminCookie.Read(request.Http) is { Length: > 0 } old) await request.Service<Sessions>().EndAsync(old, request.Aborted);
        AdminCookie.Write(request.Http, await request.Service<Sessions>().BeginAsync(account, request.Aborted));
        return Results.LocalRedirect(to);
    }

    private static HtmlResult SetupPage(AdminRequest request, string secret, string? known, string name, string? fault)
    {
        Html who = known is null ? AdminForm.Text("name", "用户名", name, Data.Account.LongestName, autocomplete: "username") : $"""<input type="hidden" name="name" autocomplete="username" value="{known}">""";
        return request.Page(
            known is null ? "创建账号" : "重设密码",
            $"""
            <section class="narrow"><h1>{(known is null ? "创建管理账号" : $"重设“{known}”的密码")}</h1>{AdminForm.Fault(fault)}
            {AdminForm.Of(request, "/admin/setup", $"""
                <input type="hidden" name="link" value="{secret}">{who}
                {AdminForm.Password("password", "密码", "new-password", $"至少 {PasswordRule.Shortest} 个字符，一句好记的话就行")}
                {AdminForm.Password("again", "再输一次密码", "new-password")}
                <p><button type="submit">{(known is null ? "创建账号" : "保存密码")}</button></p>
                """)}</section>
            """,
            fault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private static HtmlResult Spent(AdminRequest request) => request.Page(
        "链接不能用了",
        $"""<section class="narrow"><h1>链接不能用了</h1><p>它已经用过，或者过期了。还没有账号的话，重启服务，控制台会给出新的链接；有账号的话，请管理员重新发一个。</p><p><a class="more" href="/admin/sign-in">去登录</a></p></section>""",
        StatusCodes.Status404NotFound);

    private static bool IsOurs(string to) => to is "/admin" || (to.StartsWith("/admin/", StringComparison.Ordinal) && !to.Contains('\\', StringComparison.Ordinal));
}
