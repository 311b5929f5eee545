using System.Diagnostics;

namespace PolicyQa.Tests.Faults;

/// <summary>A small disk of its own, in memory. Mounting one takes root, so only where POLICYQA_MOUNTS is set.</summary>
internal sealed class Mounted : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>Mounts it.</summary>
    /// <param name="size">As mount has it: 12m.</param>
    public Mounted(string size)
    {
        Path = folder.Folder("disk");
        IsThere = Environment.GetEnvironmentVariable("POLICYQA_MOUNTS") is { Length: > 0 } && Run("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", Path);
    }

    public string Path { get; }

    public bool IsThere { get; }

    public string Folder(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;

    /// <summary>To the last byte.</summary>
    public void Fill()
    {
        try
        {
            using var file = File.Create(System.IO.Path.Combine(Path, "ballast"));
            for (var block = new byte[4096]; ;) file.Write(block);
        }
        catch (IOException)
        {
            // Full.
        }
    }

    public void Clear() => File.Delete(System.IO.Path.Combine(Path, "ballast"));

    /// <summary>False where somebody has a file open for writing.</summary>
    public bool MakeReadOnly(bool readOnly) => Run("mount", "-o", readOnly ? "remount,ro" : "remount,rw", Path);

    public void Dispose()
    {
        if (IsThere) Run("umount", "-l", Path);
        folder.Dispose();
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
