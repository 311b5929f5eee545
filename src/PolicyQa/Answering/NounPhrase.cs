using PolicyQa.Analysis;
using PolicyQa.Corpus;

namespace PolicyQa.Answering;

/// <summary>Grows a noun to the phrase around it, by words: back to the verb or the punctuation before it.</summary>
internal sealed class NounPhrase(WordCutter cutter)
{
    private const int LongestPhrase = 36;

    /// <summary>Verbs and particles that end a noun phrase on its left.</summary>
    private static readonly HashSet<string> Openers = new(
        ("建设 建成 打造 创建 推进 推动 实施 开展 支持 引进 加强 加快 提升 提高 完善 建立 优化 落实 培育 培养 深入 扩大 构建 组建 举办 实行 建好 用好 搭建 制定 依托 发挥 争取 争创 力争 实现 确保 攻克 转化 健全 建 设立 " +
         "形成 抢占 突破 谋划 启动 持续 积极 全面 重点 着力 大力 高质量 一批 一支 一个 一套 以 与 和 对 通过 围绕 在 为 从 向 将 把 针对 给予 要 并 及 至 或 的 了 是 聚焦 瞄准 出台 新增 新建 改造 改建 扩建 完成 坚决 抓好 做好 做大 做强 做优 做精 做细 用好 管好 守好 办好 稳住 叫响 " +
         "承办 主办 召开 发布 推出 推广 推行 运用 提供 创新 增强 开通 发放 招引 编制 印发 选树 选派 培训 扶持 举行 主打 叫响 擦亮 盘活 申报 命名 评选 设置 开设 开办 投用 开工 建造 修建 修订 研究 探索 强化 深化 巩固 整合 统筹").Split(' '),
        StringComparer.Ordinal);

    /// <summary>The phrase that ends with the words at <paramref name="head"/>.</summary>
    public TextSpan EndingWith(string folded, TextSpan head)
    {
        var start = head.Start;
        var lowest = Math.Max(0, head.Start - LongestPhrase);
        while (start > lowest)
        {
            var c = folded[start - 1];
            if (c is '”' or '》' or '’' or ')')
            {
                var open = folded.LastIndexOf(c switch { '”' => '“', '》' => '《', '’' => '‘', _ => '(' }, start - 1);
                if (open < lowest) break;
                start = open;
                continue;
            }

            if (!char.IsLetterOrDigit(c)) break;
            var run = start;
            while (run > lowest && char.IsLetterOrDigit(folded[run - 1])) run--;
            var part = folded[run..start];
            var stop = LastOpener(part);
            start = run + stop;
            if (stop > 0) break;
        }

        return new TextSpan(start, head.End);
    }

    /// <summary>True where the word ends a noun phrase on its left.</summary>
    public static bool IsOpener(string word) => Openers.Contains(word);

    /// <summary>Offset just after the last opener in <paramref name="part"/>; 0 where there is none.</summary>
    private int LastOpener(string part)
    {
        var stop = 0;
        foreach (var word in cutter.Cut(part))
        {
            if (Openers.Contains(word.Of(part))) stop = word.End;
        }

        return stop;
    }
}
