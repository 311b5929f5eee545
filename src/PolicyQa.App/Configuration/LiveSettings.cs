namespace PolicyQa.App.Configuration;

/// <summary>
/// The settings of the moment. What may change while the server runs (<see cref="Live"/>) is read here each time it is needed; everything else is
/// read once, at start.
/// </summary>
/// <param name="initial">As read at start.</param>
internal sealed class LiveSettings(Settings initial)
{
    /// <summary>Sections and settings that take effect without a restart.</summary>
    public static readonly IReadOnlyList<string> Live =
    [
        "Answering", "RateLimit", "Api", "Metrics", "Logging:LogLevel", "Logging:Questions",
        // The model that words answers; what concerns vectors is read at start.
        "Llm:Endpoint", "Llm:Model", "Llm:ApiKey", "Llm:TimeoutSeconds", "Llm:Concurrency", "Llm:TokensPerDay", "Llm:RewriteFollowUps", "Llm:Prompts",
    ];

    private Settings current = initial;

    /// <summary>What the host itself reads (log levels).</summary>
    public IConfigurationRoot Host { get; } = initial.Configuration;

    public Settings Current => Volatile.Read(ref current);

    /// <summary>Puts checked settings in place; requests under way go on with what they have read.</summary>
    public void Replace(Settings settings)
    {
        // One and the same for everybody who holds it, with the keys that were made at /admin.
        Current.Keys.Adopt(settings.Keys);
        Volatile.Write(ref current, settings with { Keys = Current.Keys });
    }

    /// <summary>Whether a change of this setting takes effect at once.</summary>
    public static bool IsLive(string key) => Live.Any(l => key.Equals(l, StringComparison.OrdinalIgnoreCase) || key.StartsWith(l + ":", StringComparison.OrdinalIgnoreCase));
}
