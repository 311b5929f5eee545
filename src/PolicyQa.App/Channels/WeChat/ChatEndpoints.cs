using PolicyQa.App.Configuration;

namespace PolicyQa.App.Channels.WeChat;

/// <summary>The routes that WeChat and WeCom call. An account that is off has none.</summary>
internal static class ChatEndpoints
{
    public static void AddChat(this IServiceCollection services, ChatSettings settings)
    {
        if (!settings.Any) return;
        services.AddSingleton(settings);
        services.AddSingleton<UserKeys>();
        services.AddSingleton<ChatMemory>();
        services.AddSingleton<Greeting>();
        services.AddSingleton<TimelyAnswers>();
        services.AddSingleton<LongerAnswers>();
        services.AddSingleton<ChatDesk>();
        if (settings.CustomerService is not { } customerService) return;
        services.AddSingleton(customerService);
        // A client of our own and no factory: a factory logs addresses, and these hold the access token.
        services.AddSingleton(_ => new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(10) }) { Timeout = TimeSpan.FromSeconds(10) });
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<CustomerService>();
    }

    public static void MapChat(this WebApplication app, ChatSettings settings)
    {
        if (!settings.Any) return;
        var time = app.Services.GetRequiredService<TimeProvider>();
        T? Make<T>(CallbackAccount account)
            where T : class => account.Enabled ? ActivatorUtilities.CreateInstance<T>(app.Services, new CallbackGate(account, time)) : null;
        var weChat = Make<XmlCallback>(settings.WeChat);
        var weCom = Make<XmlCallback>(settings.WeCom);
        var bot = Make<BotCallback>(settings.AiBot);
        CallbackGate[] gates = [.. new[] { weChat?.Gate, weCom?.Gate, bot?.Gate }.OfType<CallbackGate>()];
        var selfTest = new SelfTest(gates, settings, time);

        var routes = app.MapGroup("").ExcludeFromDescription();
        if (weChat is not null) Map(routes, "/wechat/callback", new CallbackRoute([weChat.Gate], weChat, null, time, app.Logger));
        if (weCom is not null || bot is not null) Map(routes, "/wecom/callback", new CallbackRoute([.. gates.Where(g => g.Account.Platform != Platform.WeChat)], weCom, bot, time, app.Logger));
        routes.MapMethods("/wechat/selftest", ["GET", "POST"], async (HttpContext http, string? platform = null) =>
        {
            if (!SelfTest.IsLocal(http)) return Results.StatusCode(StatusCodes.Status403Forbidden);
            var body = await CallbackBody.ReadAsync(http.Request, http.RequestAborted);
            return Results.Text(selfTest.Report(platform ?? "", CallbackQuery.Of(http.Request.QueryString), body ?? ""), CallbackResponse.Json);
        });
    }

    private static void Map(IEndpointRouteBuilder routes, string path, CallbackRoute route)
    {
        routes.MapGet(path, route.GetAsync);
        routes.MapPost(path, route.PostAsync);
    }
}
