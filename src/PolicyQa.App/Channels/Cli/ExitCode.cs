namespace PolicyQa.App.Channels.Cli;

/// <summary>What a verb tells the shell; the same three values as grep's.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int NotFound = 1;
    public const int Error = 2;
}
