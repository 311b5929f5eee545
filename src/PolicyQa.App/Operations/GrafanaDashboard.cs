namespace PolicyQa.App.Operations;

/// <summary>A dashboard over what /metrics tells, to be imported into Grafana.</summary>
internal static class GrafanaDashboard
{
    private const string Name = "PolicyQa.App.Operations.grafana-dashboard.json";

    public static Stream Open() => typeof(GrafanaDashboard).Assembly.GetManifestResourceStream(Name) ?? throw new InvalidOperationException("The dashboard is not part of the program.");
}
