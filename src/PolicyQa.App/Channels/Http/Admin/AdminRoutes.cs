namespace PolicyQa.App.Channels.Http.Admin;

/// <summary>
/// How a section adds its pages. Whatever is mapped here demands a signed-in official; what is posted, a form that this site made
/// (antiforgery); what is below /api/admin, a key that administers. There is no other way in.
/// </summary>
/// <param name="pages">Below /admin.</param>
/// <param name="api">Below /api/admin.</param>
internal sealed class AdminRoutes(IEndpointRouteBuilder pages, IEndpointRouteBuilder api)
{
    /// <summary>A page.</summary>
    /// <param name="path">Below /admin: "/accounts".</param>
    /// <param name="show">Makes it.</param>
    public void Get(string path, Func<AdminRequest, Task<IResult>> show) => pages.MapGet(path, http => Door(http).HandleAsync(http, show, open: false));

    /// <summary>What a form does; it answers with <see cref="AdminRequest.DoneAt"/>, or with the page and what is wrong.</summary>
    /// <param name="path">Below /admin.</param>
    /// <param name="act">Does it; <see cref="AdminRequest.Form"/> holds the fields.</param>
    /// <param name="maxBytes">The largest form to take; null: as everywhere.</param>
    public void Post(string path, Func<AdminRequest, Task<IResult>> act, long? maxBytes = null) => pages.MapPost(path, http => Door(http).HandleAsync(http, act, open: false, maxBytes));

    /// <summary>For programs; <see cref="AdminRequest.Name"/> is the key's.</summary>
    /// <param name="method">GET, POST, …</param>
    /// <param name="path">Below /api/admin.</param>
    /// <param name="act">Does it.</param>
    public void Api(string method, string path, Func<AdminRequest, Task<IResult>> act) => api.MapMethods(path, [method], http => Door(http).HandleKeyAsync(http, act));

    /// <summary>A page for people who are not signed in: signing in itself.</summary>
    internal void GetOpen(string path, Func<AdminRequest, Task<IResult>> show) => pages.MapGet(path, http => Door(http).HandleAsync(http, show, open: true));

    /// <summary>A form for people who are not signed in; guesses are slowed down.</summary>
    internal void PostOpen(string path, Func<AdminRequest, Task<IResult>> act) =>
        pages.MapPost(path, http => Door(http).HandleAsync(http, act, open: true)).RequireRateLimiting(RateLimit.SignIn);

    private static AdminDoor Door(HttpContext http) => http.RequestServices.GetRequiredService<AdminDoor>();
}
