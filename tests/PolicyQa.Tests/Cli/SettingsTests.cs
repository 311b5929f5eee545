using PolicyQa.App.Configuration;

namespace PolicyQa.Tests.Cli;

public sealed class SettingsTests
{
    [Fact]
    public void The_default_file_is_the_one_at_the_repository_root()
    {
        var file = SettingsFile.Locate(null);
        var root = Path.GetDirectoryName(file)!;
        Assert.True(File.Exists(Path.Combine(root, "PolicyQa.sln")));
        Assert.Equal(Path.Combine(root, "corpus"), Settings.Load(null, []).Corpus);
    }

    [Fact]
    public void Paths_in_the_file_count_from_the_file_and_typed_ones_from_the_shell()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("my.json", """{ "Corpus": { "Path": "pages" }, "Index": { "Path": "idx" } } // comments are fine""");

        var settings = Settings.Load(file, ["--Index:Path=typed"]);

        Assert.Equal(Path.Combine(folder.Path, "pages"), settings.Corpus);
        Assert.Equal(Path.Combine(Directory.GetCurrentDirectory(), "typed"), settings.Index);
    }

    [Fact]
    public void The_environment_overrides_the_file_and_the_command_line_overrides_both()
    {
        const string name = "Answering__Threshold";
        Environment.SetEnvironmentVariable(name, "0.25");
        try
        {
            Assert.Equal(0.25, Settings.Load(null, []).Engine.Threshold);
            Assert.Equal(0.75, Settings.Load(null, ["--Answering:Threshold=0.75"]).Engine.Threshold);
        }
        finally
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }
}
