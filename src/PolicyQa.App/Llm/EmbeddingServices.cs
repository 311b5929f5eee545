using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;
using PolicyQa.App.Configuration;

namespace PolicyQa.App.Llm;

/// <summary>Puts together what ranks by meaning. Called only where an embedding model is configured: nothing of it is loaded otherwise.</summary>
internal static class EmbeddingServices
{
    /// <summary>For the server: vectors come in the background.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void AddEmbeddings(this IServiceCollection services, EmbeddingSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(new VectorStatus(settings.Model));
        services.AddSingleton<EmbeddingModel>();
        services.AddSingleton(s =>
        {
            var time = s.GetRequiredService<TimeProvider>();
            return new EmbeddingLimits(new CircuitBreaker(time), new TokenBudget(settings.TokensPerDay, time));
        });
        services.AddSingleton(s => new QuestionEmbedding(s.GetRequiredService<EmbeddingModel>(), settings, s.GetRequiredService<EmbeddingLimits>(), s.GetRequiredService<ILogger<QuestionEmbedding>>()));
        services.AddSingleton<EmbeddingWork>();
        services.AddHostedService(s => s.GetRequiredService<EmbeddingWork>());
    }

    /// <summary>For commands: vectors that are on disk have their say where they measured better.</summary>
    /// <returns>What has to be disposed of after the engine was asked.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static IDisposable Use(QaEngine engine, EmbeddingSettings settings, TimeProvider time)
    {
        var model = new EmbeddingModel(settings, time);
        VectorUse.FromDisk(engine, settings, new QuestionEmbedding(model, settings, new EmbeddingLimits(new CircuitBreaker(time), new TokenBudget(settings.TokensPerDay, time)), NullLogger<QuestionEmbedding>.Instance));
        return model;
    }
}
