using System.Collections.Frozen;

namespace PolicyQa.Analysis;

/// <summary>Words of a question that evidence need not bear out, and verbs that say little.</summary>
public static class StopWords
{
    private static readonly FrozenSet<string> Stops = (
        "的 了 吗 呢 吧 啊 呀 么 嘛 是 在 有 要 会 将 把 被 对 向 与 和 及 或 以及 或者 给 为 从 到 于 等 等等 我 我们 咱 咱们 你 你们 他 她 它 他们 她们 它们 自己 " +
        "想 知道 请问 请 告诉 一下 打算 准备 计划 预计 将要 即将 都 也 就 还 又 再 那 这 那个 这个 那些 这些 哪 哪些 哪个 什么 啥 多少 几 几个 怎么 如何 怎样 是否 有没有 " +
        "各 各个 里 里面 中 上 下 去 来 能 可以 能够 应该 需要 让 使 由 所 之 其 其中 左右 约 关于 有关 相关 什么样 咋 多大 多久 多长 时候 时间 吗 得 地 着 过 很 最 更 " +
        "今年 本年 全市 我市 本市 市里 咱市 市 局 部门 单位 下 以 并 而 且 但 如果 因为 所以 个 名 些 一 一个 一些 说 讲 提到 提出 表示 谈到 提 涉及 指 叫 称 叫做 分别 一共 总共 共 " +
        "已经 正在 曾 没 没有 不 无 非 别 做 干 搞 弄 抓 事 事情 东西 方面 进行 用 拿 谁 哪里 哪儿 何时 哪位 可 能否 新 除了 成为 成 打造成 生活上 局里 委里 单位里 处于 活儿 活 说的 头 头一 篇 那篇 这篇 大约 目前 每 另 该 此 本 通过 根据 按照 具体 主要 会不会 啥时候 吗 吧 关心 比如 带来 于是 呗 哈 啦 样 怎么样 怎 何 为什么 请教 想要 希望 派 用场 好 得 着 得着 图 图个 弄 归 这事 那事 事儿 一块儿 一块 一起 到一块儿 东西 样 几样 几条 几块 几项 几级 哪几 这块 那块 咱家 俺 俺们 嘞 咧 不 行不行 管不管 管 管用 用上 用得上 去不了 没人 太 挺 特别 真 说说 从小 到大 指望 这么 那么 这样 那样 请来 来说 而言 才 先 后来 一下子 数 这个数 各自 干活 之外 以外 除了 一片 哪一片 设 设的 给谁 出来 起来 下来 进去 写进去 过来 放 放在 落在 历史上 几年 请 让人 各位 大家 人家 别人 有谁 家里 跟 同 比 按 按照 依照 依据 靠 凭 由于 关于 对于 至于 里头 里边 外头 的话 还是 究竟 不是 是不是 就是 算 算是 属于 某 任何 全 整个 所有 一切 最少 最多 起码 至少 最 又是 还是 还有 只有 有些 到底 作为 当 时 内 后 前 间 年 月 日 号 点 次 件 处 位 人员 多 少").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> LightVerbs = (
        "开展 实施 推进 推动 落实 建设 打造 创建 新建 建成 建立 建 成立 设立 组建 引进 提升 加强 提高 加快 完善 支持 举办 提供 给予 发放 促进 优化 增加 新增 加大 改造 培育 培养 实行 " +
        "安排 部署 争取 力争 实现 达到 完成 重点 深入 持续 全面 积极 大力 项目 工作 任务 发展 情况 内容 问题 措施 举措 政策 行动 包括 包含 负责 牵头 采取 出台 制定 数量 规模 总数 要求 目标 修 办 开 发 补 招 找 建好 推出 启动 使用 关注 聚焦 围绕 布局 覆盖 发力 用力 着手 入手 展开 推行 成为 涉及 帮 帮助 采取 达到 投入 承办 参与 推 抓 盯 设 启动 组织 规划 制订 编制 建好 用好 承诺").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for function words and the like (folded).</summary>
    public static bool Contains(string word) => Stops.Contains(word);

    /// <summary>True for verbs and nouns of official prose that stand in every second sentence (folded).</summary>
    public static bool SayLittle(string word) => LightVerbs.Contains(word);
}
