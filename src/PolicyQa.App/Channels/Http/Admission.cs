using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using PolicyQa.App.Operations;

namespace PolicyQa.App.Channels.Http;

/// <summary>
/// Lets a question in, or turns it away at once with 429 and when to come again: by its client's allowance, by everybody's, and
/// by how many are being worked on. ASP.NET Core's own limiter keeps a partition for every address that ever wrote and fixes its
/// limits at start; this one is bounded and follows the settings.
/// </summary>
internal sealed class Admission(RequestDelegate next, QuestionAllowances allowances, AnswerPlaces places, ServiceMeasures measures)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var client = context.Connection.RemoteIpAddress;
        var policy = context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName;
        var (reason, wait) = policy switch
        {
            RateLimit.Policy => allowances.Take(client),
            RateLimit.SignIn => allowances.TakeSignIn(client),
            _ => default,
        };
        if (reason is not null) Refuse(context, reason, wait);
        else if (policy == RateLimit.Policy) await WorkAsync(context);
        else await next(context);
    }

    private async Task WorkAsync(HttpContext context)
    {
        // Nobody holds a place while the body trickles in.
        await BufferedBody.ReadAsync(context.Request, context.RequestAborted);
        var place = await places.EnterAsync(context.RequestAborted);
        try
        {
            if (!place.IsAcquired)
            {
                Refuse(context, Rejection.Busy, AnswerPlaces.Patience);
                return;
            }

            // Nor while the answer, which is found by then, trickles out.
            context.Response.OnStarting(Leave, place);
            await next(context);
        }
        finally
        {
            place.Dispose();
        }
    }

    private static Task Leave(object place)
    {
        ((RateLimitLease)place).Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Without a body: the error boundary writes it.</summary>
    private void Refuse(HttpContext context, string reason, TimeSpan wait)
    {
        measures.Rejected(reason);
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
    }
}
