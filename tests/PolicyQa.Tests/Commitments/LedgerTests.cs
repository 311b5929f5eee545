using CsCheck;
using PolicyQa.Commitments;
using PolicyQa.Corpus;

namespace PolicyQa.Tests.Commitments;

public sealed class LedgerTests
{
    private const string Body = "江平表示，今年要打通断头路11条，新建公园30个。\n\n一是改造老旧小区126个，惠及居民4.3万户；加装电梯150部。\n\n二是改造危房300套，年底前全部完成。";

    [Fact]
    public void Every_row_quotes_its_article_verbatim()
    {
        foreach (var engine in new[] { TestEngine.Real, LedgerPages.Second })
        {
            Assert.NotEmpty(engine.Ledger.Items);
            Assert.All(engine.Ledger.Items, c =>
            {
                var article = engine.FindArticle(c.ArticleId)!;
                Assert.Equal(article.Text[c.Start..c.End], c.Excerpt);
                Assert.True(new TextSpan(c.Start, c.End).Contains(c.Words));
                Assert.Equal(article.Department, c.Department);
                Assert.All(c.Quantities.Where(q => q.Bound != Bound.All || q.Unit != "%"), q => Assert.Contains(q.Text.Trim('以', '上', '下', '内'), c.Excerpt));
                Assert.Equal(c, engine.Ledger.Find(c.Id));
            });
            Assert.Equal(engine.Ledger.Items.Count, engine.Ledger.Items.Select(c => c.Id).Distinct().Count());
            Assert.All(engine.Ledger.Items, c => Assert.Matches("^[a-z0-9-]+$", c.Id));
        }
    }

    [Fact]
    public void Ids_survive_a_rebuild_and_edits_elsewhere()
    {
        var before = Ids(Body);
        Assert.Equal(before, Ids(Body));
        var edited = Ids(Body.Replace("断头路11条", "断头路12条", StringComparison.Ordinal));
        Assert.Equal(before.Count, edited.Count);
        Assert.Single(before.Except(edited));
        var longer = Ids("开头加了一句没有承诺的话。\n\n" + Body);
        Assert.Empty(before.Except(longer));
    }

    [Fact]
    public void Twins_have_ids_of_their_own()
    {
        var rows = LedgerPages.OverBody("江平表示，要新建公园30个。\n\n下一步，要新建公园30个。").Ledger.Items.Where(c => c.Object == "公园").ToArray();
        Assert.Equal(2, rows.Length);
        Assert.NotEqual(rows[0].Id, rows[1].Id);
    }

    [Fact]
    public void The_filter_narrows_and_sorts()
    {
        var ledger = TestEngine.Real.Ledger;
        Assert.All(ledger.Select(new LedgerFilter { Department = "市教育局", Kind = CommitmentKind.Measurable }), c => Assert.Equal(("市教育局", CommitmentKind.Measurable), (c.Department, c.Kind)));
        Assert.Equal(["补充教科研1633名"], ledger.Select(new LedgerFilter { From = new(2024, 8, 1), To = new(2024, 9, 30) }).Select(c => c.Said));
        Assert.Contains("托育机构", Assert.Single(ledger.Select(new LedgerFilter { Text = "托育机构 ３０家" }), c => c.Quantities.Count > 0).Said);
        var days = ledger.Select(new LedgerFilter { Deadline = LedgerFilter.AnyDeadline, Order = LedgerOrder.Deadline }).Select(c => c.Deadline!.To).ToArray();
        Assert.Equal(4, days.Length);
        Assert.Equal(days.Order(), days);
        Assert.Equal(1633, ledger.Select(new LedgerFilter { Order = LedgerOrder.Quantity, Descending = true })[0].Quantities[0].Value);
        Assert.Null(ledger.Select(new LedgerFilter { Order = LedgerOrder.Deadline })[^1].Deadline);
    }

    [Fact]
    public void Any_sentence_is_read_without_fault_and_within_its_bounds()
    {
        string[] words = ["新建", "公园", "30个", "，", "、", "；", "“", "”", "（", "至少", "以上", "年底前", "全部", "完成", "4至6家", "对", "开展", "2024年", "的", "达到", "95%", "将", "纳入", "《", "每", "三年行动", "1.5万", "\u3000", "A", "。"];
        Gen.Int[0, words.Length - 1].Array[1, 14].Select(picked => string.Concat(picked.Select(i => words[i]))).Sample(
            text =>
            {
                foreach (var promise in SentenceReader.Read(text, 2025, isHeading: false))
                {
                    Assert.InRange(promise.Words.Start, 0, promise.Words.End);
                    Assert.InRange(promise.Words.End, 0, text.Length);
                }
            },
            iter: 20_000);
    }

    private static List<string> Ids(string body) => [.. LedgerPages.OverBody(body).Ledger.Items.Where(c => c.Department == "市住建局").Select(c => c.Id)];
}
