namespace PolicyQa.App.Configuration;

/// <summary>Metrics:…, Telemetry:… and Logging:Format, Logging:Questions: what operations see.</summary>
/// <param name="Metrics">Who may read /metrics.</param>
/// <param name="OtlpEndpoint">Where traces and metrics are sent by OTLP; null = nowhere, and nothing of OpenTelemetry is loaded.</param>
/// <param name="OtlpOverHttp">http/protobuf instead of gRPC.</param>
/// <param name="JsonLog">Log lines are JSON objects.</param>
/// <param name="LogQuestions">The log may hold the text of questions.</param>
internal sealed record TelemetrySettings(MetricsAccess Metrics, Uri? OtlpEndpoint, bool OtlpOverHttp, bool JsonLog, bool LogQuestions)
{
    private const string Grpc = "grpc";
    private const string Http = "http/protobuf";

    /// <summary>Reads and checks.</summary>
    /// <exception cref="UserErrorException">A value is wrong; the message names it.</exception>
    public static TelemetrySettings Read(IConfiguration configuration)
    {
        var metrics = new SectionValues(configuration, "Metrics");
        var telemetry = new SectionValues(configuration, "Telemetry");
        var logging = new SectionValues(configuration, "Logging");
        // OpenTelemetry's own names count where ours are not set.
        var endpoint = telemetry.Address("OtlpEndpoint") ?? configuration["OTEL_EXPORTER_OTLP_ENDPOINT"];
        var protocol = telemetry.Text("OtlpProtocol") is { Length: > 0 } named ? named : configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] ?? Grpc;
        if (protocol is not (Grpc or Http)) throw new UserErrorException($"设置 Telemetry:OtlpProtocol 应是 {Grpc} 或 {Http}，实际是“{protocol}”");
        return new TelemetrySettings(Access(metrics.Text("Access")), EndpointOf(endpoint), protocol == Http, IsJson(logging.Text("Format")), logging.Flag("Questions", fallback: false));
    }

    private static Uri? EndpointOf(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : throw new UserErrorException($"设置 Telemetry:OtlpEndpoint 应是 http:// 或 https:// 开头的网址，实际是“{text}”");
    }

    private static MetricsAccess Access(string text) => text switch
    {
        "" or "local" => MetricsAccess.Local,
        "key" => MetricsAccess.Key,
        "all" => MetricsAccess.All,
        "off" => MetricsAccess.Off,
        _ => throw new UserErrorException($"设置 Metrics:Access 应是 local、key、all、off 之一，实际是“{text}”"),
    };

    private static bool IsJson(string text) => text switch
    {
        "" or "line" => false,
        "json" => true,
        _ => throw new UserErrorException($"设置 Logging:Format 应是 line 或 json，实际是“{text}”"),
    };
}
