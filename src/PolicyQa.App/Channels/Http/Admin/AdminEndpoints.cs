using Microsoft.AspNetCore.DataProtection;
using PolicyQa.App.Configuration;
using PolicyQa.App.Identity;

namespace PolicyQa.App.Channels.Http.Admin;

/// <summary>/admin: what officials see and do.</summary>
internal static class AdminEndpoints
{
    private const string FormCookie = "policyqa-form";

    /// <summary>Registers it. Nothing here is made before somebody comes to /admin.</summary>
    public static void AddAdmin(this IServiceCollection services, AdminSettings settings, DataSettings data)
    {
        services.AddSingleton(settings);
        services.AddSingleton<Passwords>();
        services.AddSingleton<SignIn>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<SetupLinks>();
        services.AddSingleton<AccountBook>();
        services.AddSingleton<AdminDoor>();
        services.AddAntiforgery(o =>
        {
            o.FormFieldName = "token";
            o.Cookie.Name = FormCookie;
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // SecurityHeaders says it for every response.
            o.SuppressXFrameOptionsHeader = true;
        });
        services.AddDataProtection().SetApplicationName("PolicyQa").PersistKeysToFileSystem(new DirectoryInfo(data.Keys));
        // It reads (or makes) the keys at start; they are wanted by the first official only.
        foreach (var preload in services.Where(s => s.ImplementationType?.Name == "DataProtectionHostedService").ToList()) services.Remove(preload);
    }

    /// <summary>Maps every section.</summary>
    public static void MapAdmin(this IEndpointRouteBuilder routes)
    {
        var (pages, api) = (routes.MapGroup("/admin").ExcludeFromDescription(), routes.MapGroup("/api/admin").ExcludeFromDescription().RequireRateLimiting(RateLimit.Policy));
        pages.WithRequestTimeout(ConnectionLimits.Official);
        api.WithRequestTimeout(ConnectionLimits.Official);
        var admin = new AdminRoutes(pages, api);
        foreach (var section in AdminSections.All) section.Map(admin);
    }
}
