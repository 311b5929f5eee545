using System.Runtime.CompilerServices;
using PolicyQa.App.Channels;
using PolicyQa.App.Configuration;

namespace PolicyQa.App.Llm;

/// <summary>Makes the model that channels use out of the settings, at start and each time they change: with a limit, a breaker and a budget of its own.</summary>
internal sealed class LiveModel(CurrentModel current, IServiceProvider host) : IDisposable
{
    private readonly Lock gate = new();
    private LlmSettings? used;
    private ServiceProvider? own;
    private ServiceProvider? before;

    /// <summary>Takes the settings up; nothing where they are those in use, null for no model.</summary>
    /// <exception cref="UserErrorException">A prompt is missing or broken; the model in use stays.</exception>
    public void Use(LlmSettings? settings)
    {
        lock (gate)
        {
            if (settings == used) return;
            var made = settings is null ? null : Make(settings);
            current.Use(made is null ? new ModelServices() : ServicesOf(made));
            // What has begun goes on with the last one; with the one before that, nothing can have.
            before?.Dispose();
            (before, own, used) = (own, made, settings);
        }
    }

    public void Dispose()
    {
        before?.Dispose();
        own?.Dispose();
    }

    /// <summary>Not inlined: nothing of Semantic Kernel is loaded where no model is configured.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private ServiceProvider Make(LlmSettings settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton(host.GetRequiredService<TimeProvider>());
        services.AddSingleton(host.GetRequiredService<EngineHost>());
        services.AddSingleton(host.GetRequiredService<IHostApplicationLifetime>());
        services.AddSingleton(host.GetRequiredService<LlmMetrics>());
        services.AddSingleton(host.GetRequiredService<ILoggerFactory>());
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddLlm(settings);
        var made = services.BuildServiceProvider();
        try
        {
            LlmServices.Check(made);
            return made;
        }
        catch
        {
            made.Dispose();
            throw;
        }
    }

    private static ModelServices ServicesOf(ServiceProvider services) => new(services.GetRequiredService<Wordings>(), services.GetRequiredService<Phrasing>(), services.GetService<Rewriting>());
}
