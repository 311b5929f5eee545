using AngleSharp.Html.Dom;

namespace PolicyQa.Tests.Publishing;

/// <summary>/admin/lexicon, no script.</summary>
public sealed class LexiconPageTests
{
    [Fact]
    public async Task Edit_see_try_and_publish()
    {
        await using var server = await DeskServer.StartAsync();
        Directory.CreateDirectory(Path.Combine(server.Corpus, "lexicon"));
        File.WriteAllText(Path.Combine(server.Corpus, "lexicon", "local.txt"), "# 本地叫法\n");
        var page = await server.GetAsync("/admin/lexicon");
        Assert.Equal("# 本地叫法\n", ((IHtmlTextAreaElement)page.QuerySelector("textarea")!).Value);

        const string Text = "# 本地叫法\n公办幼儿园 = 阳光园舍\n云端草原行动\n= 坏行\n";
        var (_, _, look) = await server.PostAsync(page, "/lexicon", ("text", Text), ("sample", "云端草原行动里新建公办幼儿园"), ("act", "look"));
        var sight = look.QuerySelector("#sight")!;
        Assert.Contains("第 4 行", sight.TextContent);
        Assert.Contains("云端草原行动", sight.QuerySelectorAll(".tokens")[0].QuerySelectorAll("li.differs").Select(l => l.TextContent));
        Assert.DoesNotContain("云端草原行动", sight.QuerySelectorAll(".tokens")[1].QuerySelectorAll("li").Select(l => l.TextContent));
        Assert.Contains("阳光园舍", sight.QuerySelector(".synonyms")!.TextContent);
        Assert.Equal("# 本地叫法\n", File.ReadAllText(Path.Combine(server.Corpus, "lexicon", "local.txt")));

        var (_, path, draft) = await server.PostAsync(look, "/lexicon", ("text", Text), ("sample", ""), ("act", "next"));
        Assert.Contains("公办幼儿园 = 阳光园舍", draft.QuerySelector(".lines .plus")!.TextContent);
        for (var tries = 0; tries < 600 && draft.QuerySelector("#trial [data-waiting]") is not null; tries++)
        {
            await Task.Delay(50);
            draft = await server.GetAsync(path);
        }

        Assert.Contains("个由错变对", draft.QuerySelector("#trial")!.TextContent);
        Assert.Contains("阳光园舍", draft.QuerySelector(".trials")!.TextContent);
        await server.PostAsync(draft, "/publish");
        Assert.Equal(Text, File.ReadAllText(Path.Combine(server.Corpus, "lexicon", "local.txt")));
        Assert.Equal("5所", server.Engine.Ask(new AskRequest("市教育局新建多少所阳光园舍")).ShortAnswer);
    }

    [Theory]
    [InlineData("../a.txt")]
    [InlineData("a.md")]
    [InlineData("")]
    public async Task A_new_file_needs_a_plain_name(string name)
    {
        await using var server = await DeskServer.StartAsync();
        var page = await server.GetAsync("/admin/lexicon?new=1");
        var (_, path, answer) = await server.PostAsync(page, "/lexicon", ("new", "1"), ("file", name), ("text", "甲 = 乙"), ("sample", ""), ("act", "next"));
        Assert.Equal("/admin/lexicon", path);
        Assert.NotEmpty(answer.QuerySelector(".fault")!.TextContent);
    }

    [Fact]
    public async Task A_file_that_does_not_exist_is_not_made_by_editing_it()
    {
        await using var server = await DeskServer.StartAsync();
        var page = await server.GetAsync("/admin/lexicon?new=1");
        var (status, _, _) = await server.PostAsync(page, "/lexicon", ("new", "0"), ("file", "../edu.txt"), ("text", "甲 = 乙"), ("act", "next"));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, status);
    }
}
