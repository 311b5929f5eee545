using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace PolicyQa.Tests.Llm;

/// <summary>Who uses no model does not pay for one.</summary>
public sealed partial class LoadedAssembliesTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Semantic_Kernel_is_loaded_only_where_a_model_is_configured(bool configured)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "what a process has loaded is read from /proc");
        using var folder = new TemporaryFolder();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PolicyQa.App.dll"), "serve", "--urls=http://127.0.0.1:0", $"--index={Path.Combine(folder.Path, "index")}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (configured) (start.Environment["Llm__Endpoint"], start.Environment["Llm__Model"]) = ("http://127.0.0.1:9", "m");
        using var process = Process.Start(start)!;
        try
        {
            _ = process.StandardError.ReadToEndAsync();
            var announced = Address().Match(await process.StandardOutput.ReadLineAsync() ?? "");
            // The link comes when the database has been made and read.
            while (await process.StandardOutput.ReadLineAsync() is { } line && !line.Contains("/admin/setup", StringComparison.Ordinal))
            {
            }

            using var client = new HttpClient { BaseAddress = new Uri(announced.Value) };
            // A busy machine takes its time to build the index.
            while (!(await client.PostAsJsonAsync("/api/ask", new { question = "市教育局今年要引进多少教师" })).IsSuccessStatusCode)
            {
            }

            Assert.True((await client.PostAsJsonAsync("/api/feedback", new { question = "市教育局建多少个游泳馆", useful = false })).IsSuccessStatusCode);
            var loaded = await File.ReadAllTextAsync($"/proc/{process.Id}/maps");
            Assert.Equal(configured, loaded.Contains("SemanticKernel", StringComparison.Ordinal));
            // Nor does who sends no traces pay for OpenTelemetry, nor who only asks for EF Core.
            Assert.DoesNotContain("OpenTelemetry.", loaded);
            Assert.DoesNotContain("EntityFrameworkCore.Relational", loaded);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    [GeneratedRegex("http://127\\.0\\.0\\.1:\\d+")]
    private static partial Regex Address();
}
