namespace PolicyQa.App.Configuration;

/// <summary>Llm:Embedding…: a model that turns text into vectors, for ranking by meaning beside words. Without Llm:EmbeddingModel there is none.</summary>
/// <param name="Endpoint">Base address of an OpenAI-compatible service; Llm:Endpoint where no other is named.</param>
/// <param name="Model">The model's name there.</param>
/// <param name="ApiKey">Empty where the service wants none.</param>
/// <param name="Folder">Full path of the folder that keeps the vectors, beside the index.</param>
internal sealed record EmbeddingSettings(Uri Endpoint, string Model, string ApiKey, string Folder)
{
    private static readonly string[] Trailing = ["/embeddings"];

    /// <summary>Asked of models that can give several; 0 = what the model gives.</summary>
    public int Dimensions { get; init; }

    /// <summary>A question waits so long for its vector and no longer; then words alone decide.</summary>
    public TimeSpan Patience { get; init; }

    /// <summary>A batch of passages may take so long.</summary>
    public TimeSpan Timeout { get; init; }

    /// <summary>Passages sent at once.</summary>
    public int Batch { get; init; }

    /// <summary>Tokens a day, estimated; 0 = no limit.</summary>
    public long TokensPerDay { get; init; }

    /// <summary>What some models want before a question (为这个句子生成表示以用于检索相关文章：).</summary>
    public string QuestionPrefix { get; init; } = "";

    /// <summary>And before a passage (passage: ).</summary>
    public string PassagePrefix { get; init; } = "";

    /// <summary>Tells models apart: vectors made under another name say nothing to this one.</summary>
    public string Name => string.Join('\n', Model, Endpoint.GetLeftPart(UriPartial.Path), Dimensions, QuestionPrefix, PassagePrefix);

    /// <summary>Reads and checks; null where no such model is configured.</summary>
    /// <exception cref="UserErrorException">A value is missing or wrong; the message names it and shows no key.</exception>
    public static EmbeddingSettings? Read(IConfigurationRoot configuration, string index)
    {
        var own = new SectionValues(configuration, "Llm");
        if (own.Text("EmbeddingModel") is not { Length: > 0 } model) return null;
        var (named, shared) = (own.Text("EmbeddingEndpoint"), own.Text("Endpoint"));
        var (key, endpoint) = named.Length > 0 ? ("EmbeddingEndpoint", named) : ("Endpoint", shared);
        if (endpoint.Length == 0) throw new UserErrorException("设置了 Llm:EmbeddingModel，还要设置 Llm:EmbeddingEndpoint（向量服务的网址）");
        return new EmbeddingSettings(LlmSettings.Base(own, key, endpoint, Trailing), model, ApiKeyOf(own, named.Length > 0), Path.Combine(index, "vectors"))
        {
            Dimensions = own.Number("EmbeddingDimensions", 0, 65_536),
            Patience = TimeSpan.FromMilliseconds(LlmSettings.Number(own, "EmbeddingPatienceMilliseconds", 300, 1, 10_000)),
            Timeout = TimeSpan.FromSeconds(LlmSettings.Number(own, "EmbeddingTimeoutSeconds", 60, 0.1, 600)),
            Batch = (int)LlmSettings.Number(own, "EmbeddingBatch", 16, 1, 2048),
            TokensPerDay = (long)LlmSettings.Number(own, "EmbeddingTokensPerDay", 0, 0, 1e12),
            QuestionPrefix = configuration["Llm:EmbeddingQuestionPrefix"] ?? "",
            PassagePrefix = configuration["Llm:EmbeddingPassagePrefix"] ?? "",
        };
    }

    /// <summary>The chat model's key is not for somebody else's server.</summary>
    private static string ApiKeyOf(SectionValues own, bool hasOwnEndpoint) =>
        own.Text("EmbeddingApiKey") is { Length: > 0 } key ? key : hasOwnEndpoint ? "" : own.Text("ApiKey");
}
