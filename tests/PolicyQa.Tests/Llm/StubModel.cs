using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PolicyQa.Tests.Llm;

/// <summary>An OpenAI server on loopback that does what a test wants of it.</summary>
internal sealed class StubModel : IAsyncDisposable
{
    private readonly WebApplication host;
    private readonly ConcurrentQueue<string> bodies = new();
    private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int requests;

    private StubModel(WebApplication host) => this.host = host;

    /// <summary>Requests that came, retries among them.</summary>
    public int Requests => Volatile.Read(ref requests);

    /// <summary>What they said, oldest first.</summary>
    public IReadOnlyList<string> Bodies => [.. bodies];

    /// <summary>Completes with the first request.</summary>
    public Task Asked => asked.Task;

    public string Endpoint => host.Urls.First() + "/v1";

    /// <summary>Switches that make a server use it.</summary>
    public string[] Switches => [$"--Llm:Endpoint={Endpoint}", "--Llm:Model=stub", "--Llm:ApiKey=stub-key"];

    /// <summary>One that answers each request so.</summary>
    public static async Task<StubModel> StartAsync(Func<HttpContext, int, Task> answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var stub = new StubModel(app);
        app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            stub.bodies.Enqueue($"{context.Request.Path}{context.Request.QueryString}\n{context.Request.Headers.Authorization}\n{await reader.ReadToEndAsync()}");
            var number = Interlocked.Increment(ref stub.requests);
            stub.asked.TrySetResult();
            try
            {
                await answer(context, number);
            }
            catch (OperationCanceledException)
            {
                // The caller has given up.
            }
        });
        await app.StartAsync();
        return stub;
    }

    /// <summary>Streams a reply in pieces of a few characters.</summary>
    public static async Task Write(HttpContext context, string reply, int piece = 7, bool whole = true)
    {
        context.Response.ContentType = "text/event-stream";
        for (var i = 0; i < reply.Length; i += piece)
        {
            await Event(context, JsonSerializer.Serialize(new
            {
                id = "c",
                @object = "chat.completion.chunk",
                created = 1,
                model = "stub",
                choices = new[] { new { index = 0, delta = new { role = "assistant", content = reply.Substring(i, Math.Min(piece, reply.Length - i)) }, finish_reason = (string?)null } },
            }));
        }

        if (!whole) return;
        await Event(context, """{"id":"c","object":"chat.completion.chunk","created":1,"model":"stub","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}""");
        await Event(context, "[DONE]");
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(new CancellationToken(canceled: true));
        await host.DisposeAsync();
    }

    private static async Task Event(HttpContext context, string data)
    {
        await context.Response.WriteAsync($"data: {data}\n\n", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }
}
