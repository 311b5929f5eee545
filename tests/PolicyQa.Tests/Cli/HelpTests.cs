namespace PolicyQa.Tests.Cli;

public sealed class HelpTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("serve --help")]
    [InlineData("index --help")]
    [InlineData("ask --help")]
    [InlineData("evaluate --help")]
    [InlineData("analyze --help")]
    [InlineData("train --help")]
    [InlineData("wechat --help")]
    [InlineData("wechat send --help")]
    [InlineData("commitments --help")]
    public async Task Help_is_Chinese_and_teaches(string line)
    {
        var run = await CommandRun.Of(line.Split(' '));
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        Assert.Contains("用法：", run.Out);
        Assert.Contains("--corpus <文件夹>", run.Out);
        Assert.DoesNotContain("Usage", run.Out);
        Assert.DoesNotContain("Show help", run.Out);
        if (line != "--help") Assert.Contains("例如：", run.Out);
    }
}
