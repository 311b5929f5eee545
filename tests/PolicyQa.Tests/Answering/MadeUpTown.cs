using System.Text;
using PolicyQa.Analysis;
using PolicyQa.Corpus;

namespace PolicyQa.Tests.Answering;

/// <summary>A made-up page: four departments that promise things alike, and things that only one promises.</summary>
internal static class MadeUpTown
{
    private const string Page =
        """
        办好人民满意的教育

        ——访市教育局党组书记、局长张一凡

        ●本报记者 赵小明

        一是扩大资源供给。今年，新增学位3000个，新建公办幼儿园5所、民办幼儿园8所，年底前全部建成。

        二是建强教师队伍。全年培训教师500名，引进外地名师12名。

        三是办好县域高中。改造县域高中6所，创建省级示范高中两所。

        稳就业 聚人才

        ——访市人社局党组书记、局长李思远

        ●本报记者 钱多多

        一是稳定就业。全年新增就业岗位5000个，培训技能人才2万人次。

        二是聚集人才。今年，引进人才300名，其中博士40名。建成市级人才公寓3处，6月底前投用。

        让老人安享晚年

        ——访市民政局党组书记、局长王务实

        ●本报记者 孙有为

        一是发展养老服务。新建养老院二十家，其中三级以上养老院五家，十月底前建成。

        二是新增养老床位1200张，城区新建社区食堂十五个。

        科技赋能 创新驱动

        ——访市科技局党组书记、局长周可为

        ●本报记者 吴新新

        一是引育人才。今年，引进高层次人才100名以上。

        二是壮大企业。规模以上工业企业研发覆盖率达到百分之四十，新增高新技术企业60家。

        三是建设国家级重点实验室1个。
        """;

    private static readonly Lazy<QaEngine> Town = new(Fresh);

    public static QaEngine Engine => Town.Value;

    /// <summary>An engine of one's own, to be disposed of.</summary>
    public static QaEngine Fresh() => Of(Page);

    public static QaEngine Of(string page) => QaEngine.ForArticles(CorpusReader.Read([new SourceFile("page.txt", Encoding.UTF8.GetBytes(page))], []).Articles, Lexicon.Default, new EngineOptions());

    /// <summary>Asks the last of <paramref name="turns"/> (parted by |) in the light of those before it.</summary>
    public static PolicyQa.Answering.Answer Ask(string turns)
    {
        var said = turns.Split('|');
        return Engine.Ask(new AskRequest(said[^1]) { History = said[..^1] });
    }
}
