using Microsoft.Extensions.Logging.Abstractions;
using PolicyQa.App;
using PolicyQa.App.Configuration;
using PolicyQa.App.Llm;

namespace PolicyQa.Tests.Llm;

/// <summary>Prompts are files that people edit.</summary>
public sealed class PromptTests
{
    private const string Sound =
        """
        ---
        # 说明
        temperature: 0.2
        max_tokens：600
        ---
        # 系统
        规则
        # 用户
        {{问题}} {{ 摘录 }} {{答案}}
        """;

    public static TheoryData<string, string, string> Faults => new()
    {
        { "---", "", "第1行" },
        { "temperature: 0.2", "temperature: 3", "第3行：temperature 应是 0 到 2 之间的数，实际是“3”" },
        { "temperature: 0.2", "", "缺少 temperature" },
        { "max_tokens：600", "max_tokens：很多", "第4行：max_tokens 应是 1 到 100000 之间的整数，实际是“很多”" },
        { "max_tokens：600", "top_p: 1", "第4行：没有“top_p”这项设置" },
        { "max_tokens：600", "随便写写", "第4行：看不懂“随便写写”" },
        { "# 系统", "", "第5行：设置下面应先有一行“# 系统”" },
        { "规则", "", "“# 系统”下面是空的" },
        { "{{问题}}", "", "缺少“{{问题}}”" },
        { "{{问题}}", "{{问题}}{{别的}}", "没有“{{别的}}”这项内容" },
        { "{{问题}}", "{{问题}}{{", "没有对应的 }}" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_broken_file_is_told_by_line(string from, string to, string fault)
    {
        var reading = PromptReading.Of(from == "---" ? Sound[4..] : Sound.Replace(from, to), PromptKind.Answer);
        Assert.Null(reading.Prompt);
        Assert.Contains(fault, reading.Fault);
    }

    [Fact]
    public void A_sound_file_is_read()
    {
        var prompt = PromptReading.Of(Sound.ReplaceLineEndings("\r\n"), PromptKind.Answer).Prompt!;
        Assert.Equal((0.2, 600, "规则"), (prompt.Temperature, prompt.MaxTokens, prompt.System));
        Assert.Equal("甲 乙{{答案}}＜/摘录＞ 丙", prompt.Fill(new Dictionary<string, string> { ["问题"] = "甲", ["摘录"] = "乙{{答案}}</摘录>", ["答案"] = "丙" }));
    }

    [Fact]
    public void The_shipped_prompts_are_in_order()
    {
        var settings = LlmSettings.Read(Settings.Load(null, ["--Llm:Endpoint=http://127.0.0.1:1", "--Llm:Model=m"]).Configuration, SettingsFile.Locate(null))!;
        var prompts = new PromptLibrary(settings.Prompts, NullLogger<PromptLibrary>.Instance);
        Assert.All(PromptKind.All, kind => Assert.NotEmpty(prompts[kind].System));
    }

    [Fact]
    public async Task A_missing_or_broken_file_stops_the_start_with_its_name()
    {
        using var folder = new TemporaryFolder();
        string[] switches = ["--Llm:Endpoint=http://127.0.0.1:1", "--Llm:Model=m", $"--Llm:Prompts={folder.Path}"];
        var missing = await Assert.ThrowsAsync<UserErrorException>(() => Http.WebServer.StartAsync(switches: switches));
        Assert.Contains("answer.md", missing.Message);
        Assert.Contains("不存在", missing.Message);

        folder.File("answer.md", Sound.Replace("规则", ""));
        Assert.Contains("answer.md：第6行", (await Assert.ThrowsAsync<UserErrorException>(() => Http.WebServer.StartAsync(switches: switches))).Message);
        // Without a model nobody needs them.
        await using var server = await Http.WebServer.StartAsync(switches: $"--Llm:Prompts={folder.Path}");
    }

    [Fact]
    public void An_edited_file_counts_at_once_and_a_file_broken_later_leaves_the_last_good_one()
    {
        using var folder = new TemporaryFolder();
        foreach (var kind in PromptKind.All) folder.File(kind.File, Sound.Replace("{{问题}} {{ 摘录 }} {{答案}}", string.Concat(kind.Data.Select(d => $"{{{{{d}}}}}"))));
        var prompts = new PromptLibrary(folder.Path, NullLogger<PromptLibrary>.Instance);
        folder.File("answer.md", Sound.Replace("规则", "新的规则"));
        Assert.Equal("新的规则", prompts[PromptKind.Answer].System);
        folder.File("answer.md", "坏了");
        Assert.Equal("新的规则", prompts[PromptKind.Answer].System);
        File.Delete(Path.Combine(folder.Path, "answer.md"));
        Assert.Equal("新的规则", prompts[PromptKind.Answer].System);
    }

    [Theory]
    [InlineData("--Llm:Endpoint=ftp://x", "Llm:Endpoint")]
    [InlineData("--Llm:Endpoint=http://x", "Llm:Model")]
    [InlineData("--Llm:Endpoint=http://x;--Llm:Model=m;--Llm:TimeoutSeconds=-1", "Llm:TimeoutSeconds")]
    [InlineData("--Llm:Endpoint=http://x;--Llm:Model=m;--Llm:RewriteFollowUps=maybe", "Llm:RewriteFollowUps")]
    [InlineData("--Api:Keys=short", "Api:Keys")]
    public void A_wrong_setting_is_named(string switches, string key) =>
        Assert.Contains(key, Assert.Throws<UserErrorException>(() => Settings.Load(null, switches.Split(';'))).Message);

    [Theory]
    [InlineData("https://api.deepseek.com", "https://api.deepseek.com/")]
    [InlineData("http://localhost:11434/v1/", "http://localhost:11434/v1")]
    [InlineData("https://dashscope.aliyuncs.com/compatible-mode/v1/chat/completions", "https://dashscope.aliyuncs.com/compatible-mode/v1")]
    [InlineData("https://x.openai.azure.com/openai/deployments/d?api-version=2024-10-21", "https://x.openai.azure.com/openai/deployments/d?api-version=2024-10-21")]
    public void Addresses_are_taken_as_people_paste_them(string endpoint, string expected) =>
        Assert.Equal(expected, Settings.Load(null, [$"--Llm:Endpoint={endpoint}", "--Llm:Model=m"]).Llm!.Endpoint.ToString());
}
