using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PolicyQa.Tests.Faults;

/// <summary>
/// The real program, killed (SIGKILL) at random moments while it builds and rebuilds under a changing corpus, at times with its index
/// damaged besides. A few rounds always; POLICYQA_KILLS=200 for many, POLICYQA_SEED for others.
/// </summary>
public sealed partial class KilledIndexingTests
{
    private const string Question = "市水务局今年新建多少座水厂";
    private const int Always = 2;

    private static readonly int Kills = Setting("POLICYQA_KILLS", Always);
    private static readonly int Seed = Setting("POLICYQA_SEED", 1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_while_building_the_next_start_works_and_answers_right()
    {
        using var water = new Waterworks(pages: Kills > Always ? 400 : 20);
        var random = new Random(Seed);
        Dictionary<string, int> seen = [];
        void Count(string what) => seen[what] = seen.GetValueOrDefault(what) + 1;
        var slowest = TimeSpan.Zero;
        for (var kill = 1; kill <= Kills; kill++)
        {
            water.Say(1 + kill);
            if (kill % 5 == 0) Damage(water, random);
            using (var process = water.Start(random.Next(2) == 0 ? ["index"] : ["serve", "--urls=http://127.0.0.1:0"]))
            {
                // Half of the time spread over a whole run, half over the part in which files are written.
                var moment = await MomentAsync(process, water, random);
                if (random.Next(3) == 0) water.Say(1000 + kill);
                Count(process.HasExited ? "ended by itself" : moment);
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(Token);
            }

            var begun = Stopwatch.GetTimestamp();
            if (water.Ask() is { } warning) Count(warning.Split('（')[0]);
            if (Stopwatch.GetElapsedTime(begun) is var took && took > slowest) slowest = took;
            if (Kills > Always && kill % 10 == 0)
            {
                await Serve(water);
                Count("real server started afterwards and answered right");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{Kills} kills, seed {Seed}; slowest start after one {slowest.TotalSeconds:0.00} s; {string.Join("; ", seen.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Key}: {s.Value}"))}");
    }

    /// <summary>Needs root, for a small disk of its own.</summary>
    [Fact]
    public async Task A_full_or_read_only_disk_costs_the_index_and_no_answer()
    {
        Assert.SkipUnless(Kills > Always && Environment.IsPrivilegedProcess && OperatingSystem.IsLinux(), "POLICYQA_KILLS is not set, or this is not root on Linux");
        using var water = new Waterworks(pages: 100);
        var disk = Path.Combine(water.Corpus, "..", "disk");
        Directory.CreateDirectory(disk);
        foreach (var kilobytes in new[] { 4, 16, 64, 256, 512, 1024, 1536 })
        {
            await Run("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k", "tmpfs", disk);
            try
            {
                water.Index = Path.Combine(disk, "index");
                var warning = water.Ask();
                if (warning is not null) Assert.Contains("这次建在内存里", warning, StringComparison.Ordinal);
                TestContext.Current.TestOutputHelper?.WriteLine($"{kilobytes} KB: {warning ?? "fits"}");
                water.Say(water.Figure + 1);
                water.Ask();
                await Run("mount", "-o", "remount,ro", disk);
                water.Say(water.Figure + 1);
                Assert.Contains("这次建在内存里", water.Ask(), StringComparison.Ordinal);
                await Serve(water);
            }
            finally
            {
                await Run("umount", disk);
            }
        }
    }

    private static async Task<string> MomentAsync(Process process, Waterworks water, Random random)
    {
        if (random.Next(2) == 0)
        {
            await Task.Delay(random.Next(50, 2500), Token);
            return "killed at any moment";
        }

        var before = Names(water);
        for (var look = 0; look < 2000 && !process.HasExited; look++)
        {
            if (!before.SetEquals(Names(water))) break;
            await Task.Delay(2, Token);
        }

        await Task.Delay(random.Next(0, 150), Token);
        return "killed while files were written";
    }

    private static HashSet<string> Names(Waterworks water)
    {
        try
        {
            return Directory.Exists(water.Index) ? [.. Directory.EnumerateFileSystemEntries(water.Index, "*", SearchOption.AllDirectories)] : [];
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static void Damage(Waterworks water, Random random)
    {
        var files = Directory.Exists(water.Index) ? Directory.GetFiles(water.Index, "*", SearchOption.AllDirectories) : [];
        if (files.Length == 0) return;
        var path = files[random.Next(files.Length)];
        var bytes = File.ReadAllBytes(path);
        if (random.Next(4) == 0) File.Delete(path);
        else if (bytes.Length > 0 && random.Next(2) == 0) File.WriteAllBytes(path, bytes[..random.Next(bytes.Length)]);
        else if (bytes.Length > 0)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)random.Next(1, 256);
            File.WriteAllBytes(path, bytes);
        }
    }

    private static async Task Serve(Waterworks water)
    {
        using var process = water.Start("serve", "--urls=http://127.0.0.1:0");
        try
        {
            _ = process.StandardError.ReadToEndAsync(Token);
            var address = Address().Match(await process.StandardOutput.ReadLineAsync(Token) ?? "").Value;
            using var client = new HttpClient { BaseAddress = new Uri(address) };
            using var answer = await client.PostAsJsonAsync("/api/ask", new { question = Question }, Token);
            Assert.Equal($"{water.Figure}座", (await answer.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("answer").GetString());
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(Token);
        }
    }

    private static async Task Run(string program, params string[] args)
    {
        using var process = Process.Start(program, args);
        await process.WaitForExitAsync(Token);
        Assert.Equal(0, process.ExitCode);
    }

    private static int Setting(string name, int fallback) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : fallback;

    [GeneratedRegex("http://127\\.0\\.0\\.1:\\d+")]
    private static partial Regex Address();
}
