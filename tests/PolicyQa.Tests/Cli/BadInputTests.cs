using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PolicyQa.Tests.Cli;

/// <summary>Whatever people get wrong ends with exit code 2 and one Chinese line that names what is at fault.</summary>
public sealed class BadInputTests
{
    /// <summary>{d} is a temporary folder with the files of <see cref="Prepare"/>; the second part must stand in the error line.</summary>
    public static TheoryData<string, string> Cases => new()
    {
        // verbs and options
        { "frobnicate", "没有“frobnicate”这个命令" },
        { "ask 问题 --nope", "没有“--nope”这个选项" },
        { "wechat", "wechat 后面缺少命令，可用的有 send" },
        { "wechat send", "缺少问题" },
        { "serve --nope", "没有“--nope”这个选项" },
        { "ask 问题 --corpus", "选项 --corpus 后面缺少值" },
        { "ask 问题 --corpus a --corpus b", "选项 --corpus 只能写一次" },
        { "ask 问题 --urls http://127.0.0.1:1", "选项 --urls 只用于 serve" },
        { "serve --urls", "选项 --urls 后面缺少值" },
        { "serve --urls nonsense --corpus {d}", "监听不了 nonsense" },
        // questions
        { "ask", "缺少问题" },
        { "ask  ", "问题是空的" },
        { "ask 一 二", "多余的内容“二”" },
        { "ask {long}", "问题太长：501 个字" },
        { "ask 问题 --history {long}", "选项 --history" },
        // settings
        { "ask 问题 --settings {d}/none.json", "选项 --settings：文件" },
        { "ask 问题 --settings {d}", "是文件夹，不是设置文件" },
        { "ask 问题 --settings {d}/broken.json", "第3行不是合法的 JSON" },
        { "ask 问题 --Answering:Threshold=1.5", "设置 Answering:Threshold 应是 0 到 1 之间的数，实际是“1.5”" },
        { "ask 问题 --RateLimit:PerMinute=many", "设置 RateLimit:PerMinute" },
        { "ask 问题 --Index:Path=", "设置 Index:Path 是空的" },
        { "index --corpus {d}/nowhere", "语料文件夹 {d}/nowhere 不存在" },
        { "index --corpus {d}/good.jsonl", "语料文件夹 {d}/good.jsonl 是一个文件" },
        { "index --corpus {d} --index {d}/good.jsonl", "索引文件夹 {d}/good.jsonl 是一个文件" },
        // evaluation
        { "evaluate", "缺少选项 --questions" },
        { "evaluate --questions {d}/none.jsonl", "选项 --questions：文件 {d}/none.jsonl 不存在" },
        { "evaluate --questions {d}", "选项 --questions：{d} 是文件夹" },
        { "evaluate --questions {d}/empty.jsonl", "empty.jsonl：文件里没有问题" },
        { "evaluate --questions {d}/nojson.jsonl", "nojson.jsonl 第2行：不是完整的 JSON" },
        { "evaluate --questions {d}/array.jsonl", "array.jsonl 第1行：每行应是一个 JSON 对象" },
        { "evaluate --questions {d}/noquestion.jsonl", "noquestion.jsonl 第1行：缺少“question”" },
        { "evaluate --questions {d}/number.jsonl", "number.jsonl 第1行：“question”应是字符串" },
        { "evaluate --questions {d}/twice.jsonl", "twice.jsonl 第3行：“id”重复：a 在第1行已有" },
        { "evaluate --questions {d}/gbk.jsonl", "gbk.jsonl 第1行：不是 UTF-8 文字" },
        { "evaluate --questions {d}/surrogate.jsonl", "surrogate.jsonl 第1行：“question”里有不完整的字符" },
        { "evaluate --questions {d}/cut.jsonl.gz", "cut.jsonl.gz：读到第" },
        { "evaluate --questions {d}/good.jsonl --passages {d}/nojson.jsonl", "nojson.jsonl 第1行：缺少“text”" },
        { "evaluate --questions {d}/good.jsonl --top 0", "选项 --top 应是 1 到 1000 之间的整数" },
        { "evaluate --questions {d}/good.jsonl --threads two", "选项 --threads 应是 1 到 256 之间的整数，实际是“two”" },
        { "evaluate --questions {d}/good.jsonl --out {d}/no/r.jsonl", "选项 --out：文件夹 {d}/no 不存在" },
        { "evaluate --questions {d}/good.jsonl --out {d}/good.jsonl", "不能覆盖" },
        { "analyze --analyzer jieba", "没有“jieba”这种分词方法" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Bad_input_is_one_clear_line_and_exit_2(string line, string expected)
    {
        using var folder = Prepare();
        var args = line.Split(' ', line == "ask  " ? 2 : int.MaxValue).Select(a => a.Replace("{d}", folder.Path).Replace("{long}", new string('长', 501)));

        var run = await CommandRun.Of([.. args]);

        Assert.Equal(2, run.ExitCode);
        var error = Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("错误：", error);
        Assert.Contains(expected.Replace("{d}", folder.Path), error);
        Assert.DoesNotContain("   at ", run.Error);
        Assert.Empty(run.Out);
    }

    [Fact]
    public async Task Verbose_adds_the_stack_trace()
    {
        var run = await CommandRun.Of(["index", "--corpus", "/nowhere", "--verbose"]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("   at PolicyQa", run.Error);
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var folder = new TemporaryFolder();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

        // A process of its own: the host must not log on the side either.
        var run = await CommandRun.OfProcess(["serve", "--urls", url, "--corpus", folder.Path, "--index", folder.Folder("index")]);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal($"错误：端口已被占用：{url}；请停掉占用它的程序，或用 --urls 换一个端口\n", run.Error);
    }

    [Fact]
    public async Task Standard_input_that_is_not_utf8_is_named_by_line()
    {
        var run = await CommandRun.Of(["analyze", "--analyzer", "bigram"], [.. "好\n"u8, 0xC4, 0xE3, (byte)'\n']);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("错误：标准输入 第2行：不是 UTF-8 文字\n", run.Error);
    }

    private static TemporaryFolder Prepare()
    {
        var folder = new TemporaryFolder();
        const string good = """{"id":"a","question":"问？"}""" + "\n";
        folder.File("good.jsonl", good);
        folder.File("broken.json", "{\n  \"Corpus\": { \"Path\": \"corpus\" },\n  oops\n}");
        folder.File("empty.jsonl", "\n\n");
        folder.File("nojson.jsonl", good + "{\"id\":\"b\",\n");
        folder.File("array.jsonl", "[1]\n");
        folder.File("noquestion.jsonl", "{\"id\":\"a\"}\n");
        folder.File("number.jsonl", "{\"id\":\"a\",\"question\":7}\n");
        folder.File("twice.jsonl", good + "\n" + good);
        folder.File("gbk.jsonl", [.. "{\"id\":\"a\",\"question\":\""u8, 0xC4, 0xE3, .. "\"}\n"u8]);
        folder.File("surrogate.jsonl", """{"id":"a","question":"\ud800"}""");
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.NoCompression, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(good));
        folder.File("cut.jsonl.gz", buffer.ToArray()[..^12]);
        return folder;
    }
}
