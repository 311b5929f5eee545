using System.Runtime.CompilerServices;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using PolicyQa.App.Configuration;

namespace PolicyQa.App.Operations;

/// <summary>Sends traces and metrics by OTLP. Called only where an endpoint is configured: nothing of OpenTelemetry is loaded otherwise.</summary>
internal sealed class OpenTelemetryExport : IDisposable
{
    private const string Service = "policyqa";

    /// <summary>The host's own span of a request; it carries no address and no query.</summary>
    private const string Hosting = "Microsoft.AspNetCore";

    private readonly TracerProvider traces;
    private readonly MeterProvider metrics;

    private OpenTelemetryExport(Uri endpoint, bool overHttp)
    {
        var resource = ResourceBuilder.CreateDefault().AddService(Service);
        traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(EngineMeasures.Name, Hosting)
            .AddOtlpExporter(o => Configure(o, endpoint, overHttp, "v1/traces")).Build();
        metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter("PolicyQa.*", "System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel")
            .AddOtlpExporter(o => Configure(o, endpoint, overHttp, "v1/metrics")).Build();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static IDisposable Start(TelemetrySettings settings) => new OpenTelemetryExport(settings.OtlpEndpoint!, settings.OtlpOverHttp);

    /// <summary>Sends what is still waiting, a few seconds at most.</summary>
    public void Dispose()
    {
        traces.Dispose();
        metrics.Dispose();
    }

    private static void Configure(OtlpExporterOptions options, Uri endpoint, bool overHttp, string path)
    {
        options.Protocol = overHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        // An endpoint given in code is taken as it is; over HTTP each signal has a path of its own.
        options.Endpoint = overHttp ? new Uri(endpoint.ToString().TrimEnd('/') + "/" + path) : endpoint;
    }
}
