using System.Globalization;

namespace PolicyQa.App.Configuration;

/// <summary>Llm:…: a language model that may put answers into better words. Without Llm:Endpoint there is none.</summary>
/// <param name="Endpoint">Base address of an OpenAI-compatible service: https://api.deepseek.com, http://localhost:11434/v1.</param>
/// <param name="Model">The model's name there.</param>
/// <param name="ApiKey">Empty where the service wants none.</param>
/// <param name="Timeout">How long a wording may take; then the extractive answer stands.</param>
/// <param name="Prompts">Full path of the folder with the prompts.</param>
internal sealed record LlmSettings(Uri Endpoint, string Model, string ApiKey, TimeSpan Timeout, string Prompts)
{
    private const string Folder = "prompts";
    private static readonly string[] Trailing = ["/chat/completions", "/completions"];

    /// <summary>Wordings under way at once; a further question gets its extractive answer at once.</summary>
    public int Concurrency { get; init; } = 4;

    /// <summary>Tokens a day, sent and received; 0 = no limit.</summary>
    public long TokensPerDay { get; init; }

    /// <summary>The model also makes follow-up questions whole before they are asked.</summary>
    public bool RewriteFollowUps { get; init; }

    /// <summary>Reads and checks; null where no model is configured.</summary>
    /// <exception cref="UserErrorException">A value is missing or wrong; the message names it and shows no key.</exception>
    public static LlmSettings? Read(IConfigurationRoot configuration, string file)
    {
        var own = new SectionValues(configuration, "Llm");
        var endpoint = own.Text("Endpoint");
        if (endpoint.Length == 0) return null;
        var model = own.Text("Model");
        if (model.Length == 0) throw new UserErrorException("设置了 Llm:Endpoint，还要设置 Llm:Model（模型的名称）");
        return new LlmSettings(Base(own, "Endpoint", endpoint, Trailing), model, own.Text("ApiKey"), TimeSpan.FromSeconds(Number(own, "TimeoutSeconds", 10, 0.1, 600)), PromptFolder(configuration, own, file))
        {
            Concurrency = (int)Number(own, "Concurrency", 4, 1, 1000),
            TokensPerDay = (long)Number(own, "TokensPerDay", 0, 0, 1e12),
            RewriteFollowUps = own.Flag("RewriteFollowUps", fallback: false),
        };
    }

    /// <summary>People paste the whole address; the client appends the last part itself.</summary>
    internal static Uri Base(SectionValues own, string name, string endpoint, IReadOnlyList<string> trailings)
    {
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) throw new UserErrorException($"设置 {own.Section}:{name} 应是 http:// 或 https:// 开头的网址，实际是“{endpoint}”");
        var path = uri.AbsolutePath.TrimEnd('/');
        foreach (var trailing in trailings)
        {
            if (path.EndsWith(trailing, StringComparison.OrdinalIgnoreCase)) path = path[..^trailing.Length];
        }

        return new UriBuilder(uri) { Path = path }.Uri;
    }

    private static string PromptFolder(IConfigurationRoot configuration, SectionValues own, string file)
    {
        if (own.Text("Prompts") is { Length: > 0 } named) return SettingsSources.FullPath(configuration, "Llm:Prompts", named, file);
        var beside = Path.Combine(Path.GetDirectoryName(file)!, Folder);
        return Directory.Exists(beside) ? beside : Path.Combine(AppContext.BaseDirectory, Folder);
    }

    internal static double Number(SectionValues own, string name, double fallback, double least, double most)
    {
        var value = own.Text(name);
        if (value.Length == 0) return fallback;
        if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        throw new UserErrorException($"设置 {own.Section}:{name} 应是 {least} 到 {most} 之间的数，实际是“{value}”");
    }
}
