using System.Text.RegularExpressions;

namespace PolicyQa.Tests.Corpus;

/// <summary>A page of another city and year: kicker bylines, fixed-width lines, other sections.</summary>
public sealed class SecondPageTests
{
    public static TheoryData<string, string> Forms => new()
    {
        { "page.txt", Pages.SecondText },
        { "page.md", "---\ntitle: x\n---\n# " + Regex.Replace(Pages.SecondText, "(?m)^(让老有所养.*|交通先行.*|守护一江.*)$", "## $1") },
        { "page.html", "<html><head><title>不要</title><style>p{}</style></head><body><nav>首页</nav><script>var 坏=1;</script>" + string.Join("\n", Paragraphs().Select(p => $"<p>{p.Replace("“", "&ldquo;")}</p>")) + "</body></html>" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void It_is_read_by_the_same_rules_in_every_format(string name, string content)
    {
        var read = Pages.Read(name, content);
        Assert.Empty(read.Problems);
        Assert.Equal(
            [(null, null, null, null), ("市水务局", "周明远", "局长", "陈思、马小川"), ("市民政局", "阿依古丽·买买提", "党委书记、局长", "赵敏"), ("临江市交通运输局", "何伟", "副局长", null)],
            read.Articles.Select(a => (a.Department, a.Speaker, a.Post, a.Reporter)));
        Assert.Equal(["聚焦两会 实干开局", "守护一江清水 织密城乡水网", "让老有所养成为幸福底色", "交通先行 畅达四方"], read.Articles.Select(a => a.Title));
        Assert.Equal(["", "首先 其次 再次 最后", "围绕“居家养老” 围绕“社会救助” 围绕“儿童关爱”", "第一 第二 第三"], read.Articles.Select(a => string.Join(' ', a.Sections.Select(s => s.Label).OfType<string>())));
        Assert.All(read.Articles, a => Assert.Equal((2025, "临江市"), (a.Year!.Value, a.City)));
        Assert.All(read.Articles, a => Assert.Empty(a.Damages));
        Assert.Contains("自来水普及率达到97%以上。市第一医院、第二中学", read.Articles[1].Text);
        Assert.Equal(["市水务和海洋局"], read.Articles[1].DepartmentAliases);
        Assert.DoesNotContain(read.Articles, a => a.Text.Contains("孙丽") || a.Text.Contains("王芳") || a.Text.Contains('坏') || a.Text.Contains("首页"));
    }

    [Fact]
    public void Ids_do_not_change_when_another_article_does()
    {
        var before = Pages.Read("a.txt", Pages.SecondText).Articles.Select(a => a.Id).ToList();
        var after = Pages.Read("a.txt", Pages.SecondText.Replace("让老有所养", "让老人们")).Articles.Select(a => a.Id).ToList();
        Assert.Equal([before[0], before[1], before[3]], [after[0], after[1], after[3]]);
        Assert.NotEqual(before[2], after[2]);
        Assert.All(before, id => Assert.Matches("^[a-z0-9-]+$", id));
    }

    /// <summary>The text as one line a paragraph.</summary>
    private static IEnumerable<string> Paragraphs() =>
        Regex.Replace(Pages.SecondText, "(?<=[\\p{IsCJKUnifiedIdeographs}\\d，位。])\n(?=出部|年市|到97|个|展节|对80|展。|月份|改建)", "").Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
