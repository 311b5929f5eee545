using System.CommandLine;
using System.Diagnostics;
using PolicyQa.App.Configuration;
using PolicyQa.App.Data;
using PolicyQa.App.Identity;
using PolicyQa.App.Operations;

namespace PolicyQa.App.Channels.Cli;

/// <summary>serve: the web server. It listens at once; the index is opened (or built) meanwhile.</summary>
internal static class ServeCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var verb = new Verb("serve", "打开网页和接口服务；索引没有或过时的时候先建立索引。", "serve", "serve --urls http://127.0.0.1:8080");
        verb.SetAction((parse, token) => RunAsync(common.Load(parse), terminal, token));
        return verb;
    }

    public static async Task<int> RunAsync(Settings settings, Terminal terminal, CancellationToken cancellationToken)
    {
        settings.WithCorpusChecked();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        EngineOpening.FinishPublication(settings, terminal);
        using var engines = new EngineHost();
        var live = new LiveSettings(settings);
        using var export = settings.Telemetry.OtlpEndpoint is null ? null : OpenTelemetryExport.Start(settings.Telemetry);
        await using var app = Composition.WebHost(live, engines, terminal.Time);
        var measures = app.Services.GetRequiredService<ServiceMeasures>();
        var announced = new TaskCompletionSource();
        // Looks at the files before they are read: what changes in between is then noticed.
        var watch = app.Services.GetRequiredService<CorpusWatch>();
        var settingsWatch = new SettingsWatch(live, app.Logger, terminal.Time, done => measures.Reloaded("settings", done), changed => Composition.TakeUp(app, changed));
        // Opening costs as much start-up time as the web server does: on two cores they run side by side.
        var opening = Task.Run(() => Open(settings, engines, app.Logger, terminal, announced.Task, stop.Token), CancellationToken.None);
        try
        {
            await StartAsync(app, settings);
            terminal.Out.WriteLine($"政策问答已启动：{string.Join("，", app.Urls)}（按 Ctrl-C 停止）");
            terminal.Out.Flush();
            announced.SetResult();
            await opening;
            var watching = Task.WhenAll(watch.RunAsync(stop.Token), settingsWatch.RunAsync(stop.Token), IdleMemory.RunAsync(terminal.Time, stop.Token));
            var upkeep = Task.Run(() => app.Services.GetRequiredService<DataUpkeep>().RunAsync(secret => Announce(settings, app, terminal, secret), stop.Token), CancellationToken.None);
            await app.WaitForShutdownAsync(stop.Token);
            await stop.CancelAsync();
            await watching;
            await upkeep;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped while the index was being built: the last good index is untouched.
        }
        finally
        {
            announced.TrySetResult();
            await stop.CancelAsync();
            await opening.ContinueWith(_ => { }, TaskScheduler.Default);
            await app.StopAsync(CancellationToken.None);
        }

        return ExitCode.Done;
    }

    private static void Announce(Settings settings, WebApplication app, Terminal terminal, string secret)
    {
        terminal.Out.WriteLine($"还没有管理账号。{(int)SetupLinks.Lifetime.TotalHours} 小时内打开这个一次性链接创建：{SetupAddress.Of(settings, app.Urls, secret)}");
        terminal.Out.Flush();
    }

    private static async Task StartAsync(WebApplication app, Settings settings)
    {
        try
        {
            await app.StartAsync(CancellationToken.None);
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or ArgumentException)
        {
            throw new UserErrorException($"选项 --urls：监听不了 {settings.Configuration["urls"]}，应形如 http://127.0.0.1:5080", e);
        }
        catch (System.Net.Sockets.SocketException e)
        {
            throw new UserErrorException($"选项 --urls：监听不了 {settings.Configuration["urls"]}（{e.SocketErrorCode}）", e);
        }
    }

    private static void Open(Settings settings, EngineHost engines, ILogger logger, Terminal terminal, Task announced, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        // The bar redraws its own lines: started before the address is printed, it would overwrite it.
        var engine = EngineOpening.Open(settings, terminal, cancellationToken, showProgressAfter: announced);
        engines.Publish(Composition.Snapshot(engine, settings));
        engine.WarmUp(cancellationToken);
        IdleMemory.Collect();
        Log.IndexOpened(logger, engine.Articles.Count, (long)Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
    }
}
