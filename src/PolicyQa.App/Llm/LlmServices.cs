using System.Runtime.CompilerServices;
using PolicyQa.App.Channels;
using PolicyQa.App.Configuration;

namespace PolicyQa.App.Llm;

/// <summary>Registers the model, for <see cref="LiveModel"/>. Called only where one is configured: nothing of Semantic Kernel is loaded otherwise.</summary>
internal static class LlmServices
{
    /// <summary>What channels get: <see cref="Wordings"/>, <see cref="Phrasing"/> and, where wished for, <see cref="Rewriting"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void AddLlm(this IServiceCollection services, LlmSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<PromptLibrary>(s => new PromptLibrary(settings.Prompts, s.GetRequiredService<ILogger<PromptLibrary>>()));
        services.AddSingleton<ChatModel>();
        services.AddSingleton<CircuitBreaker>();
        services.AddSingleton(s => new TokenBudget(settings.TokensPerDay, s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new ModelAccess(settings.Concurrency, s.GetRequiredService<CircuitBreaker>(), s.GetRequiredService<TokenBudget>()));
        services.AddSingleton<AnswerWording>();
        services.AddSingleton<Wordings>(s => s.GetRequiredService<AnswerWording>().WordAsync);
        services.AddSingleton<Phrasing>(s => s.GetRequiredService<Wordings>().LastAsync);
        if (!settings.RewriteFollowUps) return;
        services.AddSingleton<FollowUpRewriting>();
        services.AddSingleton<Rewriting>(s => s.GetRequiredService<FollowUpRewriting>().RewriteAsync);
    }

    /// <summary>Reads the prompts, so that a missing or broken one is told at once and not with the first question.</summary>
    /// <exception cref="UserErrorException">One is missing or broken.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Check(IServiceProvider services) => services.GetRequiredService<PromptLibrary>();
}
