using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using Microsoft.Extensions.AI;
using OpenAI;
using PolicyQa.App.Configuration;
using PolicyQa.Indexing;

namespace PolicyQa.App.Llm;

/// <summary>A model behind an OpenAI-compatible /embeddings, by the client that Semantic Kernel's connector brings along. Whatever it sends, what comes out is usable or a fault.</summary>
internal sealed class EmbeddingModel : IDisposable
{
    private readonly HttpClient http;
    private readonly IEmbeddingGenerator<string, Embedding<float>> generator;
    private readonly EmbeddingGenerationOptions? options;
    private readonly TimeProvider time;

    public EmbeddingModel(EmbeddingSettings settings, TimeProvider time)
    {
        this.time = time;
        http = new HttpClient(new PlainVectorsHandler
        {
            InnerHandler = new AddressHandler(settings.Endpoint, settings.ApiKey) { InnerHandler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false } },
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        var client = new OpenAIClient(new ApiKeyCredential(settings.ApiKey.Length > 0 ? settings.ApiKey : "none"), new OpenAIClientOptions
        {
            Endpoint = settings.Endpoint,
            Transport = new HttpClientPipelineTransport(http),
            // Whoever asks holds the clock, and knows whether asking again is worth it.
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        });
        generator = client.GetEmbeddingClient(settings.Model).AsIEmbeddingGenerator();
        options = settings.Dimensions > 0 ? new EmbeddingGenerationOptions { Dimensions = settings.Dimensions } : null;
    }

    /// <summary>A vector for each text, within <paramref name="patience"/>.</summary>
    /// <param name="texts">At least one.</param>
    /// <param name="dimensions">What they must have; 0 = any, but all the same.</param>
    /// <param name="patience">Then it is a fault.</param>
    /// <param name="cancellationToken">Ends it without a reply.</param>
    public async Task<EmbeddingReply> EmbedAsync(IReadOnlyList<string> texts, int dimensions, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var alarm = new CancellationTokenSource(patience, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(alarm.Token, cancellationToken);
        try
        {
            // The client may be slow to give up; nobody waits for that.
            var made = await generator.GenerateAsync(texts, options, stop.Token).WaitAsync(stop.Token);
            return Checked(made, texts.Count, dimensions);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return EmbeddingReply.Faulty("没有在限定的时间内返回");
        }
        catch (ClientResultException e)
        {
            // Without a status there was no reply at all.
            return e.Status == 0 ? EmbeddingReply.Faulty("连不上") : EmbeddingReply.Faulty($"返回了 HTTP {e.Status}", RetryAfter(e));
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // Broken JSON, half a reply, an error page, no connection: none is a fault of ours.
            return EmbeddingReply.Faulty(e is HttpRequestException or AggregateException ? "连不上" : "返回的内容不是向量");
        }
    }

    public void Dispose()
    {
        generator.Dispose();
        http.Dispose();
    }

    private static EmbeddingReply Checked(GeneratedEmbeddings<Embedding<float>> made, int texts, int dimensions)
    {
        if (made.Count != texts) return EmbeddingReply.Faulty($"要 {texts} 个向量，返回了 {made.Count} 个");
        var wanted = dimensions > 0 ? dimensions : made[0].Vector.Length;
        List<float[]> vectors = new(texts);
        foreach (var vector in made.Select(m => m.Vector))
        {
            if (vector.Length != wanted || wanted == 0) return EmbeddingReply.Faulty($"向量应有 {wanted} 维，返回了 {vector.Length} 维");
            if (PassageVectors.Unit(vector.Span) is not { } unit) return EmbeddingReply.Faulty("向量里有不是数的值，或全是 0");
            vectors.Add(unit);
        }

        return new EmbeddingReply(vectors, null);
    }

    private static TimeSpan? RetryAfter(ClientResultException e) =>
        e.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var told) == true && int.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : null;
}
