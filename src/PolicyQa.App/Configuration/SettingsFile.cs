namespace PolicyQa.App.Configuration;

/// <summary>Which settings file is in effect.</summary>
internal static class SettingsFile
{
    public const string Name = "appsettings.json";

    /// <summary>
    /// The one named on the command line; else the one at the repository root when running from the source tree, so that
    /// an edit there works without a rebuild; else the copy beside the executable.
    /// </summary>
    public static string Locate(string? named)
    {
        if (named is not null)
        {
            var path = Path.GetFullPath(named);
            if (Directory.Exists(path)) throw new UserErrorException($"选项 --settings：{named} 是文件夹，不是设置文件");
            return File.Exists(path) ? path : throw new UserErrorException($"选项 --settings：文件 {named} 不存在");
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, Name);
            if (File.Exists(Path.Combine(folder.FullName, "PolicyQa.sln")) && File.Exists(candidate)) return candidate;
        }

        return Path.Combine(AppContext.BaseDirectory, Name);
    }
}
