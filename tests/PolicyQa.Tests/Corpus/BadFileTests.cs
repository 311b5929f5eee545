using System.Text;
using PolicyQa.Corpus;

namespace PolicyQa.Tests.Corpus;

public sealed class BadFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("corpus");

    public void Dispose() => folder.Delete(recursive: true);

    public static TheoryData<string, byte[], int?, string> Files => new()
    {
        { "empty.txt", [], null, "文件是空的" },
        { "blank.md", " \n\t\n　"u8.ToArray(), null, "只有空白" },
        { "binary.txt", [0x41, 0x0A, 0, 1, 2], 2, "二进制" },
        { "control.txt", "好\n\u0001"u8.ToArray(), 2, "控制字符" },
        { "neither.txt", [0x41, 0x0A, 0x0A, 0xFF, 0xFF, 0x41], 3, "既不是 UTF-8 也不是 GB18030" },
        { "broken-utf8.txt", [.. "今年要办好学校。\n"u8, 0xE4, 0xB8, 0x0A], 2, "不是有效的 UTF-8" },
        { "only-script.html", "<script>1</script>"u8.ToArray(), null, "没有可读的文字" },
        { "report.pdf", "%PDF"u8.ToArray(), null, "暂不支持 .pdf" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_bad_file_is_reported_and_the_rest_is_read(string name, byte[] bytes, int? line, string message)
    {
        File.WriteAllBytes(Path.Combine(folder.FullName, name), bytes);
        Write("good.txt", "一个标题\n\n这里有一句完整的话。");
        var read = CorpusReader.Read(folder.FullName);
        var problem = Assert.Single(read.Problems);
        Assert.Equal((name, line), (problem.Path, problem.Line));
        Assert.Contains(message, problem.Message);
        Assert.Equal("一个标题", Assert.Single(read.Articles).Title);
    }

    [Fact]
    public void A_file_too_large_is_not_even_read()
    {
        using (var file = File.Create(Path.Combine(folder.FullName, "large.txt"))) file.SetLength(CorpusReader.MaxFileBytes + 1);
        Assert.Equal("large.txt：文件超过 16 MB，已跳过；请拆成小一些的文件。", Assert.Single(CorpusReader.Read(folder.FullName).Problems).ToString());
    }

    [Fact]
    public void A_second_copy_and_what_the_corpus_does_not_hold_are_not_read()
    {
        Write("a.txt", "同一篇文章。");
        Write("b.txt", "同一篇文章。");
        Write(".hidden.txt", "隐藏。");
        Write("lexicon/names.txt", "教育局 = 市教育局");
        var read = CorpusReader.Read(folder.FullName);
        Assert.Equal("a.txt", Assert.Single(read.Articles).SourcePath);
        Assert.Equal("b.txt：内容与“a.txt”完全相同，已跳过。", Assert.Single(read.Problems).ToString());
    }

    [Theory]
    [InlineData("{\n \"sources\": [\n  nonsense", 3, "不是有效的 JSON")]
    [InlineData("{\"sources\":[{\"file\":\"gone.txt\"}]}", null, "“gone.txt”不存在")]
    [InlineData("{\"sources\":[{\"year\":\"soon\",\"file\":\"a.txt\"}]}", 1, "不是有效的 JSON")]
    public void A_broken_descriptor_costs_only_itself(string json, int? line, string message)
    {
        Write("a.txt", "一篇文章。");
        Write("source.json", json);
        var read = CorpusReader.Read(folder.FullName);
        Assert.Single(read.Articles);
        var problem = Assert.Single(read.Problems);
        Assert.Equal(("source.json", line), (problem.Path, problem.Line));
        Assert.Contains(message, problem.Message);
    }

    [Fact]
    public void The_descriptor_may_hold_comments_and_overrides_the_page()
    {
        Write("a.txt", "2023年是关键一年。");
        Write("source.json", "{ // what we know\n \"sources\": [ {\"file\":\"a.txt\",\"title\":\"题\",\"year\":2022,\"city\":\"某市\"}, ] }");
        var a = Assert.Single(CorpusReader.Read(folder.FullName).Articles);
        Assert.Equal(("题", 2022, "某市"), (a.Title, a.Year, a.City));
    }

    [Fact]
    public void A_missing_folder_is_named() =>
        Assert.Contains("找不到语料文件夹", Assert.Throws<DirectoryNotFoundException>(() => CorpusReader.Read(Path.Combine(folder.FullName, "none"))).Message);

    [Fact]
    public void The_fingerprint_follows_every_byte()
    {
        Write("a.txt", "一篇文章。");
        var before = CorpusReader.Read(folder.FullName).Fingerprint;
        Assert.Equal(before, CorpusReader.Read(folder.FullName).Fingerprint);
        Write("a.txt", "一篇文章！");
        Assert.NotEqual(before, CorpusReader.Read(folder.FullName).Fingerprint);
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, new UTF8Encoding(false));
    }
}
