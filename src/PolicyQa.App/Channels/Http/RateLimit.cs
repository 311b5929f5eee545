using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;

namespace PolicyQa.App.Channels.Http;

/// <summary>RateLimit:PerMinute: how many questions one address may ask in a minute.</summary>
internal static class RateLimit
{
    public const string Policy = "questions";

    /// <summary>Passwords tried by one address.</summary>
    public const string SignIn = "sign-in";

    private const int SignInsPerMinute = 20;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Registers the limiter; endpoints choose it by <see cref="Policy"/>.</summary>
    /// <param name="services">Where the limiter is registered.</param>
    /// <param name="perMinute">0 = no limit.</param>
    public static void AddQuestionRateLimit(this IServiceCollection services, int perMinute) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (context, _) =>
        {
            var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var retry) ? retry : Window;
            context.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        options.AddPolicy(Policy, context => Partition(context.Connection.RemoteIpAddress ?? IPAddress.None, perMinute));
        options.AddPolicy(SignIn, context => Partition(context.Connection.RemoteIpAddress ?? IPAddress.None, SignInsPerMinute));
    });

    private static RateLimitPartition<IPAddress> Partition(IPAddress address, int perMinute) => perMinute == 0
        ? RateLimitPartition.GetNoLimiter(address)
        : RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = Window });
}
