namespace PolicyQa.Tests.Cli;

public sealed class AnalyzeTests
{
    [Fact]
    public async Task Each_line_becomes_one_array()
    {
        var run = await CommandRun.Of(["analyze", "--analyzer", "bigram"], "\uFEFF教育局\r\n\nWi-Fi 覆盖<全>\n的");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            """
            [["教育",0,2,1],["育局",1,3,1]]
            []
            [["wi",0,2,1],["fi",3,5,1],["覆盖",6,8,1],["全",9,10,1]]
            [["的",0,1,1]]

            """.ReplaceLineEndings("\n"),
            run.Out);
    }

    [Fact]
    public async Task A_lone_carriage_return_does_not_end_a_line()
    {
        var run = await CommandRun.Of(["analyze", "--analyzer", "bigram"], "甲\r乙\n");
        Assert.Single(run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
