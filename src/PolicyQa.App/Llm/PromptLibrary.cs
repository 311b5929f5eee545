namespace PolicyQa.App.Llm;

/// <summary>The prompts of a folder. All must be there and in order at start; a file edited later is read again, and a file broken later leaves the last good one in use.</summary>
internal sealed class PromptLibrary
{
    private readonly string folder;
    private readonly ILogger logger;
    private readonly Lock gate = new();
    private readonly Dictionary<PromptKind, (DateTime Written, long Length, Prompt Prompt)> known = [];

    /// <summary>Reads all of them.</summary>
    /// <exception cref="UserErrorException">One is missing or broken; the message names file and line.</exception>
    public PromptLibrary(string folder, ILogger<PromptLibrary> logger)
    {
        this.folder = folder;
        this.logger = logger;
        foreach (var kind in PromptKind.All)
        {
            var reading = Read(kind, out var written, out var length);
            known[kind] = (written, length, reading.Prompt ?? throw new UserErrorException($"提示词文件 {Path.Combine(folder, kind.File)}：{reading.Fault}"));
        }
    }

    /// <summary>The prompt as the file says it now.</summary>
    public Prompt this[PromptKind kind]
    {
        get
        {
            lock (gate)
            {
                var last = known[kind];
                var file = new FileInfo(Path.Combine(folder, kind.File));
                if (file.Exists && file.LastWriteTimeUtc == last.Written && file.Length == last.Length) return last.Prompt;
                var reading = Read(kind, out var written, out var length);
                if (reading.Prompt is null) Log.PromptBroken(logger, file.FullName, reading.Fault!);
                // Remembered either way, so that a broken file is told of once.
                known[kind] = (written, length, reading.Prompt ?? last.Prompt);
                return known[kind].Prompt;
            }
        }
    }

    private PromptReading Read(PromptKind kind, out DateTime written, out long length)
    {
        var file = new FileInfo(Path.Combine(folder, kind.File));
        // As the file looked before it was read: what is written meanwhile is noticed the next time.
        (written, length) = file.Exists ? (file.LastWriteTimeUtc, file.Length) : (default, -1);
        try
        {
            return PromptReading.Of(File.ReadAllText(file.FullName), kind);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new PromptReading(null, "文件不存在；配置了大模型（Llm:Endpoint）时必须有它");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new PromptReading(null, "文件打不开");
        }
    }
}
