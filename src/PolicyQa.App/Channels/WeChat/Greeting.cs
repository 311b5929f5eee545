using PolicyQa.Corpus;

namespace PolicyQa.App.Channels.WeChat;

/// <summary>How a new follower is met: what this is, and questions to try, made out of the pages and known to have an answer.</summary>
internal sealed class Greeting(EngineHost engines)
{
    private (EngineSnapshot Snapshot, PhonePages Pages)? cached;

    public PhonePages Pages()
    {
        if (engines.Current is not { } snapshot) return new PhonePages([Introduction], []);
        if (cached is { } kept && ReferenceEquals(kept.Snapshot, snapshot)) return kept.Pages;
        using var lease = engines.Lease();
        var pages = Make(lease.Engine);
        cached = (snapshot, pages);
        return pages;
    }

    private const string Introduction = "您好！这里回答政策问题：直接给出数字和原句，并注明出处；资料里没有的会直说没有找到。\n\n请直接输入您的问题。";

    private static PhonePages Make(QaEngine engine)
    {
        var interviews = engine.Articles.Where(a => a is { Kind: ArticleKind.Interview, Department: not null }).DistinctBy(a => a.Department).ToList();
        var step = Math.Max(1, interviews.Count / PhoneText.MostChoices);
        var samples = interviews.Where((_, i) => i % step == 0)
            .Select(a => engine.Ask(new AskRequest($"{a.Department}今年有什么安排")).Suggestions.FirstOrDefault(s => s.Contains(a.Department!, StringComparison.Ordinal)))
            .OfType<string>().Distinct(StringComparer.Ordinal).Take(PhoneText.MostChoices).ToList();
        if (samples.Count == 0) return new PhonePages([Introduction], []);
        return new PhonePages([$"{Introduction}\n\n例如（回复数字）：\n{string.Join('\n', samples.Select((s, i) => $"{i + 1}. {PhoneText.Plain(s)}"))}"], samples);
    }
}
