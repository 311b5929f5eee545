namespace PolicyQa.App.Configuration;

/// <summary>Admin:…: the pages for officials.</summary>
/// <param name="Enabled">Without it nothing below /admin exists.</param>
/// <param name="Idle">A session ends when nothing was done for so long.</param>
internal sealed record AdminSettings(bool Enabled, TimeSpan Idle)
{
    /// <summary>Reads and checks.</summary>
    /// <exception cref="UserErrorException">A value is wrong; the message names it.</exception>
    public static AdminSettings Read(IConfiguration configuration)
    {
        var own = new SectionValues(configuration, "Admin");
        var minutes = own.Number("IdleMinutes", 30, 24 * 60);
        return new AdminSettings(own.Flag("Enabled", fallback: true), TimeSpan.FromMinutes(Math.Max(1, minutes)));
    }
}
