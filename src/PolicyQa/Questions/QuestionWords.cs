using System.Text.RegularExpressions;
using PolicyQa.Analysis;
using PolicyQa.Corpus;

namespace PolicyQa.Questions;

/// <summary>Finds the question word and with it the kind of answer wanted. Works on folded text.</summary>
public static partial class QuestionWords
{
    private const string Units = MeasureWords.Alternatives;

    /// <summary>多少人才 asks for 人才, not for 才 counted in 人.</summary>
    private const string WordsThatBeginAsUnits = "人[才员口均群]|项目|家[庭长]|门店|片区|线路|队伍|班级|名[师医]|台账|站[点台]|部门|场[馆所地景]|组织|区域|市[民场]|村[民庄]|国家|户籍|条例|口岸|分[店校院]";

    private static readonly (QuestionKind Kind, Regex Pattern)[] Patterns =
    [
        (QuestionKind.Department, DepartmentPattern()),
        (QuestionKind.Quantity, QuantityPattern()),
        (QuestionKind.Time, TimePattern()),
        (QuestionKind.Person, PersonPattern()),
        (QuestionKind.Place, PlacePattern()),
        (QuestionKind.Definition, DefinitionPattern()),
        (QuestionKind.Manner, MannerPattern()),
        (QuestionKind.List, ListPattern()),
        (QuestionKind.Description, DescriptionPattern()),
        (QuestionKind.Manner, HowPattern()),
        (QuestionKind.Term, NamePattern()),
        (QuestionKind.YesNo, YesNoPattern()),
        (QuestionKind.Term, TermPattern()),
        (QuestionKind.Quantity, AmountPattern()),
        (QuestionKind.Time, DeadlinePattern()),
    ];

    /// <summary>The question word in <paramref name="folded"/>: its kind, its place, the unit and the noun it asks for.</summary>
    public static (QuestionKind Kind, TextSpan Span, string? Unit, string? Asked) Find(string folded)
    {
        foreach (var (kind, pattern) in Patterns)
        {
            var match = pattern.Match(folded);
            if (!match.Success) continue;
            var unit = match.Groups["unit"] is { Success: true } u ? u.Value : ImpliedUnit(match.Value);
            var asked = match.Groups["noun"] is { Success: true } n ? n.Value : null;
            // The noun is part of what is asked about, not of the question word.
            var end = match.Groups["noun"] is { Success: true } g && g.Index > match.Index ? g.Index : match.Index + match.Length;
            return (kind, new TextSpan(match.Index, end), unit, asked);
        }

        return (QuestionKind.Topic, new TextSpan(folded.Length, folded.Length), null, null);
    }

    /// <summary>True where the question asks department by department.</summary>
    public static bool AsksAcross(string folded) => AcrossPattern().IsMatch(folded);

    /// <summary>Polite and filling words, to be left out.</summary>
    public static MatchCollection Fillers(string folded) => FillerPattern().Matches(folded);

    /// <summary>Orders to the machine rather than questions about the corpus.</summary>
    public static bool IsInstruction(string folded) => InstructionPattern().IsMatch(folded);

    /// <summary>Thanks and the like, that ask nothing.</summary>
    public static bool IsSmallTalk(string folded) => SmallTalkPattern().IsMatch(folded);

    private static string? ImpliedUnit(string word) => word switch
    {
        _ when word.Contains("年纪", StringComparison.Ordinal) || word.Contains("岁", StringComparison.Ordinal) || word.Contains("年龄", StringComparison.Ordinal) => "岁",
        _ when word.Contains('钱') => "元",
        _ when word.Contains("百分之", StringComparison.Ordinal) || word.Contains("比例", StringComparison.Ordinal) || word.Contains("占比", StringComparison.Ordinal) || word.Contains("比重", StringComparison.Ordinal) || word.Contains("比率", StringComparison.Ordinal) => "%",
        _ when word.Contains('人') => "人",
        _ => null,
    };

    private const string Noun = @"(?<noun>(?!为|作|来|是|和|地)(?:(?!的)[\u4e00-\u9fff]){1,8}?(?=[,?!。;的]|要|将|会|是|在|被|由|给|对|向|全|都|得|能|可|了|呢|吗|来|用|$)|[\u4e00-\u9fff]{1,6})?";

    [GeneratedRegex(@"(?:哪(?:一|几)?(?:个|些|家)?|什么|啥)(?:市直|政府|职能)?(?:部门|单位|委办局|局委|局|机关|委办)(?!长)|(?:归|由|是)?谁(?:来)?(?:负责|牵头|主管|管)|归谁管|哪(?:些|几个|个)(?:局|委)")]
    private static partial Regex DepartmentPattern();

    [GeneratedRegex(@"百分之(?:多少|几)|(?:多大|多高|多少)的?(?:比例|比重|占比|比率)|有?(?:多少|(?<!哪)几)(?:个|名|位)?(?:人)(?![才员口均])|多少钱|多大(?:年纪|岁数|年龄)|几岁|有?(?:多少|(?<!哪)几)(?:(?!" + WordsThatBeginAsUnits + @")(?<unit>" + Units + @"))?(?!时|何|乎|点|月|号)" + Noun + @"|多(?:高|重|远|长|大|宽|快)(?!时间|的)|(?:总量|数量|总数|金额|比例|占比|数目|人数|个数|规模|面积|年纪|年龄|岁数)(?:是|为|有|达)?(?:多少|多大|几)$")]
    private static partial Regex QuantityPattern();

    [GeneratedRegex(@"(?:到|在|从|自)?(?:什么|啥)(?:时候|时侯|时间|时段|日子|日期|期限|时限|节点)|何时|几时|几月(?:份)?|几号|(?:早上|上午|中午|下午|晚上|夜里|凌晨)?几点|几时|啥时候|哪一?年|哪一?天|哪个?月|哪个?季度|多会儿|多久|多长时间|啥时")]
    private static partial Regex TimePattern();

    [GeneratedRegex(@"(?:是|叫|由)?谁(?:是|在|来)?|哪一?位|哪个人|叫(?:什么|啥)(?:名字|名儿)?(?=$|[?!,。])(?<=(?:长|任|记|者|人|师|导|把手|姓名)[\u4e00-\u9fff]{1,6})|(?:姓名|名字|姓)(?:是|叫)?(?:什么|啥)|姓(?:什么|啥|甚)|何人|什么人(?![才员物群工口数])")]
    private static partial Regex PersonPattern();

    [GeneratedRegex(@"(?:建|设|位|放|落户|坐落|选址|办|开)?(?:在|到|去|从)?(?:哪里(?!人)|哪儿(?!人)|何处|何地|(?:什么|啥|哪个|哪些)(?:地方|地点|位置|地儿))|在哪(?=$|[?!,。])")]
    private static partial Regex PlacePattern();

    [GeneratedRegex(@"是(?:个|一个|一种)(?:什么|啥)[\u4e00-\u9fff]{0,4}(?=$|[?!,。])|(?:指的?|到底)?是(?:个|一个)?(?:什么|啥)(?:意思|东西|含义|平台|概念|玩意儿?)?(?=$|[?!,。])|(?:指|意味着)(?:的是)?(?:什么|啥)(?=$|[?!,。])|^(?:什么|啥)(?:是|叫)|(?:什么|啥)意思|怎么(?:理解|解释)|(?:含义|定义)是?(?:什么)?$")]
    private static partial Regex DefinitionPattern();

    [GeneratedRegex(@"(?:有|采取|出台|推出)?(?:什么|啥|哪些|哪几(?:项|个|条))(?:具体|重点|主要|新)?的?(?:举措|措施|办法|法子|招儿?|做法|妙招|安排|部署|打算|动作|招(?!商|生|聘|工|标|牌|引|录|募))|(?:有|采取|出台)(?:什么|啥|哪些)(?:具体|重点|主要|新)?的?(?:计划|要求|思路|路径|方式|手段|任务|工作)|(?:要|会|将|该|打算|准备|能)?(?:做|干|抓|搞|采取|推出|开展)(?:些|点|了|好)?(?:什么|啥|哪些)(?:事情?|工作)?|(?:做|干)(?:哪些|什么|啥)(?:事情?|工作)?")]
    private static partial Regex MannerPattern();

    [GeneratedRegex(@"(?:包括|包含|涵盖|含|涉及|分为|分成|分)(?:了)?(?:哪些|什么|哪几(?:个|项|类|种|方面)|啥)" + Noun + @"|(?:有|是|分别是)?哪(?:些|[几两二三四五六七八九十\d]+(?:" + Units + @")?)" + Noun + @"|分别(?:是|叫)(?:什么|啥)?|都有(?:谁|什么|啥)")]
    private static partial Regex ListPattern();

    [GeneratedRegex(@"怎么样|怎样(?=$|[?!。])|咋样|(?:情况|现状|水平|结果|成绩|表现|效果)(?:是|又)?(?:如何|怎样|怎么样|什么)?(?=$|[?!。])|如何(?=$|[?!。])|什么(?:情况|水平|样|程度)")]
    private static partial Regex DescriptionPattern();

    [GeneratedRegex(@"怎么|怎样|如何|咋办?|为什么|为何|为啥|图(?:个|的)?(?:啥|什么)|凭什么|原因|目的(?:是(?:什么|啥)?)?$|派(?:什么|啥)用场|有(?:什么|啥)用处?")]
    private static partial Regex HowPattern();

    [GeneratedRegex(@"(?:叫|称|称为|名为|叫做|叫作|名字(?:是|叫)|名称是)(?:什么|啥)(?:名字|名称)?|哪(?:一)?(?<unit>个|所|家|项|座|种|条|件|类|处|级|片|块|位|门|批|支)" + Noun)]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"吗(?=$|[?!。])|(?<=[\u4e00-\u9fff]{3})[不没](?=$|[?!。])(?<!是不|有没)|[\u4e00-\u9fff]不(?:管|行|用|给|让)(?=$|[?!。])|是否|是不是|有没有|有无|能否|可否|会不会|能不能|要不要|可不可以|对不对|么(?=$|[?。])(?<!什么|怎么)")]
    private static partial Regex YesNoPattern();

    [GeneratedRegex(@"(?:什么|啥|何种|哪种|哪类|哪)(?:样的?|的)?" + Noun)]
    private static partial Regex TermPattern();

    [GeneratedRegex(@"(?:总量|数量|总数|金额|比例|占比|数目|人数|个数|规模|面积|年纪|年龄|岁数)(?:是|为|有|达)?(?=$|[?。])")]
    private static partial Regex AmountPattern();

    [GeneratedRegex(@"(?:时间|期限|日期|截止)(?:是|到)?(?=$|[?。])")]
    private static partial Regex DeadlinePattern();

    [GeneratedRegex(@"各(?:个|大|市直)?(?:部门|单位|委办局|局委?|家)|(?:所有|全部|每个|几个|五个|四个|三个)(?:部门|单位|局)|哪(?:些|几个|几家)(?:部门|单位|局|委办局|委)|都有(?:哪些|谁)?(?:部门|单位|局)")]
    private static partial Regex AcrossPattern();

    [GeneratedRegex(@"^(?:你好|您好|嗨|喂|hi|hello)[,!。]?|(?:请问|请教|麻烦)(?:一?下|你|您|了)?|我?(?:想|要)(?:要)?(?:问|知道|了解|咨询|打听|查)(?:一?下)?|(?:能否|能不能|可以|请)?(?:告诉|介绍|说明|解释|讲讲|说说|谈谈|查(?:一?下)?|帮我(?:查|看|找)?(?:一?下)?)(?:我|一?下)?|(?:根据|按照)(?:访谈|报道|文章|报纸)|(?:大概|大约|究竟|到底|具体|一共|总共|共计|总计|合计|分别|今后|未来|接下来|下一步|目前|现在|谢谢|呢|啊|呀|吧|哦|嘛|[?!。,;:])")]
    private static partial Regex FillerPattern();

    [GeneratedRegex(@"^(?:(?:好的?|嗯+|哦+|行|ok|谢谢|多谢|感谢|知道|明白|收到|辛苦|不客气|你好|您好|再见)(?:[你您]们?)?[了吧啊呀啦]*[,!。~ ]*)+$")]
    private static partial Regex SmallTalkPattern();

    [GeneratedRegex(@"(?:忽略|无视|忘记|忘掉|不要理会|跳过|绕过)[\u4e00-\u9fff]{0,8}(?:指令|指示|命令|规则|提示|设定|要求|限制|内容)|系统提示词?|提示词|system prompt|ignore (?:all|any|the|previous|above)|你(?:现在)?(?:是|扮演|假装)(?:一个|一名)|(?:^|[,。!?;:\s请你]|现在|继续|开始)扮演|越狱|jailbreak|开发者模式|(?:输出|打印|显示|泄露)[\u4e00-\u9fff]{0,6}(?:指令|密钥|密码|配置|prompt)|api ?key")]
    private static partial Regex InstructionPattern();
}
