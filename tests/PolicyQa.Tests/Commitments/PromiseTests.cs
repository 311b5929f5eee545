using PolicyQa.Commitments;

namespace PolicyQa.Tests.Commitments;

/// <summary>What a sentence promises: action|object|quantities|deadline, rows parted by /.</summary>
public sealed class PromiseTests
{
    [Theory]
    [InlineData("打造10所高质量共建校。", "打造|高质量共建校|=10所|")]
    [InlineData("补充教科研1633名，秋季开学前全部上岗。", "补充|教科研|=1633名|秋季开学前")]
    [InlineData("提供6类10项以上适宜技术。", "提供|适宜技术|=6类 ≥10项|")]
    [InlineData("全市新建、改扩建托育机构30家。", "新建、改扩建|托育机构|=30家|")]
    [InlineData("推广应用至少5个特色康复技术。", "推广应用|特色康复技术|≥5个|")]
    [InlineData("创建节水型企业16家、节水型学校30所。", "创建|节水型企业|=16家|/创建|节水型学校|=30所|")]
    [InlineData("改造老旧小区126个，加装电梯150部。", "改造|老旧小区|=126个|/加装|电梯|=150部|")]
    [InlineData("森林火灾受害率控制在0.5‰以内。", "控制在|森林火灾受害率|≤0.5‰|")]
    [InlineData("培育龙头企业4至6家。", "培育|龙头企业|≥4家 ≤6家|")]
    [InlineData("全市中小学数字校园建设年底前全部达标。", "达标|中小学数字校园建设|*100%|年底前")]
    [InlineData("实现1260个村法律顾问全覆盖。", "实现|村法律顾问全覆盖|*1260个|")]
    [InlineData("力争数字经济占比达到11%左右。", "达到|数字经济占比|~11%|")]
    [InlineData("发放消费券1.2亿元。", "发放|消费券|=120000000元|")]
    [InlineData("通过组建创新联合体、实施产学研项目等方式，引进人才100名以上。", "组建|创新联合体||/实施|产学研项目||/引进|人才|≥100名|")]
    [InlineData("实施好科技人才引育计划。", "实施好|科技人才引育计划||")]
    [InlineData("对315个背街小巷开展专项整治。", "开展|专项整治|=315个|")]
    [InlineData("10月底前让36.5万农村居民用上放心水。", "让|用上放心水|=365000农村居民|10月底前")]
    public void A_promise_is_read_in_full(string sentence, string rows) => Assert.Equal(rows, Read(sentence));

    [Theory]
    [InlineData("2024年，全市新建公园46公顷。")]
    [InlineData("去年，办件量突破210万件。")]
    [InlineData("截至目前，全市经营主体达到31.6万户。")]
    [InlineData("主要经济指标达到10年来最好水平。")]
    [InlineData("所谓“头雁”，就是带动能力强的带头人。")]
    [InlineData("报告对2025年重点任务作出了谋划和安排。")]
    [InlineData("全市上下迅速掀起贯彻落实全市两会精神热潮。")]
    [InlineData("我们将围绕三个方面抓好全年工作。")]
    [InlineData("这既是机遇，也是挑战。")]
    public void What_promises_nothing_gives_no_row(string sentence) => Assert.Equal("", Read(sentence));

    [Fact]
    public void A_figure_that_says_which_is_none_that_says_how_many() =>
        Assert.All(SentenceReader.Read("推动300户以上自然村通双车道，新培育年纳税千万元以上企业，执行65周岁以上老人免费乘车政策。", 2025, false), p => Assert.Empty(p.Quantities));

    [Fact]
    public void A_heading_whose_details_follow_is_no_row_of_its_own()
    {
        var rows = LedgerPages.OverBody("江平表示，今年抓好两件事。\n\n一是持续改善人居环境。新建口袋公园30个。\n\n二是打通断头路11条。").Ledger.Items;
        Assert.Equal(["新建口袋公园30个", "打通断头路11条", "举办特展3场"], rows.Select(r => r.Said.Replace("今年，市文物局将", "", StringComparison.Ordinal).Replace("市文物局将", "", StringComparison.Ordinal)));
    }

    private static string Read(string sentence) =>
        string.Join('/', SentenceReader.Read(sentence, 2025, isHeading: false).Select(p => $"{p.Action}|{p.Object}|{string.Join(' ', p.Quantities.Select(q => Mark(q.Bound) + q.Value.ToString("0.####") + q.Unit))}|{p.Deadline?.Text}"));

    private static string Mark(Bound bound) => bound switch { Bound.AtLeast => "≥", Bound.AtMost => "≤", Bound.About => "~", Bound.All => "*", _ => "=" };
}
