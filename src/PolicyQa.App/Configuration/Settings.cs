using System.Globalization;

namespace PolicyQa.App.Configuration;

/// <summary>What an operator has set, checked. Immutable.</summary>
internal sealed record Settings
{
    /// <summary>Where every value came from; hosts read their own switches (Urls, Logging) here.</summary>
    public required IConfigurationRoot Configuration { get; init; }

    /// <summary>Full path of the settings file.</summary>
    public required string Source { get; init; }

    /// <summary>Reads everything once more from the same sources.</summary>
    public required Func<Settings> Again { get; init; }

    /// <summary>Full path of the folder with the pages.</summary>
    public required string Corpus { get; init; }

    /// <summary>Full path of the folder for the index.</summary>
    public required string Index { get; init; }

    public required EngineOptions Engine { get; init; }

    /// <summary>How many questions are taken.</summary>
    public required RateLimits RateLimits { get; init; }

    /// <summary>Who may say for whom a request comes.</summary>
    public required TrustedProxies Proxies { get; init; }

    /// <summary>What operations see.</summary>
    public required TelemetrySettings Telemetry { get; init; }

    /// <summary>Whose pages may call the API from a browser.</summary>
    public required AllowedOrigins Origins { get; init; }

    /// <summary>Who may use /v1 and /mcp.</summary>
    public required ApiKeys Keys { get; init; }

    /// <summary>The language model; null where there is none.</summary>
    public LlmSettings? Llm { get; init; }

    /// <summary>The model that turns text into vectors; null where there is none.</summary>
    public EmbeddingSettings? Embedding { get; init; }

    /// <summary>Full path of the file that keeps 有用 and 没用.</summary>
    public required string Feedback { get; init; }

    /// <summary>Full path of the folder that keeps earlier corpora.</summary>
    public required string History { get; init; }

    /// <summary>How many earlier corpora are kept.</summary>
    public required int HistoryStates { get; init; }

    /// <summary>Full path of the questions that an edited lexicon is tried on; null for those that the ledger makes.</summary>
    public string? Questions { get; init; }

    /// <summary>How long such a trial may take.</summary>
    public required int TrialSeconds { get; init; }

    /// <summary>The database.</summary>
    public required DataSettings Data { get; init; }

    /// <summary>The pages for officials.</summary>
    public required AdminSettings Admin { get; init; }

    /// <summary>WeChat and WeCom.</summary>
    public required ChatSettings Chat { get; init; }

    /// <summary>Reads and checks everything.</summary>
    /// <exception cref="UserErrorException">A value is missing or out of range; the message names it.</exception>
    public static Settings Load(string? settingsFile, IEnumerable<string> switches)
    {
        var file = SettingsFile.Locate(settingsFile);
        var configuration = SettingsSources.Build(file, switches);
        var index = Folder(configuration, "Index:Path", file);
        return new Settings
        {
            Configuration = configuration,
            Source = file,
            Again = () => Load(file, switches),
            Corpus = Folder(configuration, "Corpus:Path", file),
            Index = index,
            Engine = new EngineOptions { Threshold = Number(configuration, "Answering:Threshold", new EngineOptions().Threshold, 0, 1) },
            RateLimits = RateLimits.Read(configuration),
            Proxies = TrustedProxies.Read(configuration),
            Telemetry = TelemetrySettings.Read(configuration),
            Origins = AllowedOrigins.Read(configuration),
            Keys = ApiKeys.Read(configuration),
            Llm = LlmSettings.Read(configuration, file),
            Embedding = EmbeddingSettings.Read(configuration, index),
            // Beside the index, which lies where this process may write.
            Feedback = configuration["Feedback:Path"] is null ? Path.Combine(Path.GetDirectoryName(index) ?? index, "feedback.jsonl") : Folder(configuration, "Feedback:Path", file),
            History = string.IsNullOrWhiteSpace(configuration["Corpus:History"]) ? Path.Combine(Path.GetDirectoryName(index) ?? index, "history") : Folder(configuration, "Corpus:History", file),
            HistoryStates = new SectionValues(configuration, "Corpus").Number("HistoryStates", 30, 1000),
            Questions = string.IsNullOrWhiteSpace(configuration["Lexicon:Questions"]) ? null : Folder(configuration, "Lexicon:Questions", file),
            TrialSeconds = new SectionValues(configuration, "Lexicon").Number("TrialSeconds", 60, 3600),
            Data = DataSettings.Read(configuration, file, index),
            Admin = AdminSettings.Read(configuration),
            Chat = ChatSettings.Read(configuration),
        };
    }

    /// <summary>The corpus must be there before anything is opened.</summary>
    public Settings WithCorpusChecked()
    {
        if (File.Exists(Corpus)) throw new UserErrorException($"语料文件夹 {Corpus} 是一个文件；请用 --corpus 或设置 Corpus:Path 指定文件夹");
        if (!Directory.Exists(Corpus)) throw new UserErrorException($"语料文件夹 {Corpus} 不存在；请用 --corpus 或设置 Corpus:Path 指定");
        if (File.Exists(Index)) throw new UserErrorException($"索引文件夹 {Index} 是一个文件；请用 --index 或设置 Index:Path 指定文件夹");
        return this;
    }

    private static string Folder(IConfigurationRoot configuration, string key, string file)
    {
        var value = configuration[key];
        if (string.IsNullOrWhiteSpace(value)) throw new UserErrorException($"设置 {key} 是空的，应是文件夹路径（{file}）");
        if (value.Contains('\0')) throw new UserErrorException($"设置 {key} 不是合法的路径");
        return SettingsSources.FullPath(configuration, key, value, file);
    }

    private static double Number(IConfiguration configuration, string key, double fallback, double least, double most)
    {
        var value = configuration[key];
        if (value is null) return fallback;
        if (double.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        throw new UserErrorException($"设置 {key} 应是 {least} 到 {most} 之间的数，实际是“{value}”");
    }
}
