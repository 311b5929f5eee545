using PolicyQa.Analysis;
using PolicyQa.Commitments;
using PolicyQa.Corpus;

namespace PolicyQa.Tests.Commitments;

/// <summary>The engines over the two labelled pages.</summary>
internal static class LedgerPages
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Commitments");

    private static readonly Lazy<QaEngine> SecondPage = new(() => Over(File.ReadAllText(Path.Combine(Folder, "Pages", "second.txt"))));

    public static QaEngine Second => SecondPage.Value;

    public static IReadOnlyList<Commitment> RowsOf(string labels) => (labels == "second.jsonl" ? Second : TestEngine.Real).Ledger.Items;

    /// <summary>An engine over one page of this text.</summary>
    public static QaEngine Over(string text) => QaEngine.ForArticles(CorpusReader.Read([new SourceFile("页.txt", System.Text.Encoding.UTF8.GetBytes(text))], []).Articles, Lexicon.Default, new EngineOptions());

    /// <summary>A page of one interview with the given body, of 2025.</summary>
    public static QaEngine OverBody(string body) => Over($"2025年1月16日 星期四\n\n抓落实 开新局\n\n——访市住建局局长江平\n\n●本报记者 陈默\n\n{body}\n\n传承文脉 点亮书香\n\n——访市文物局局长唐婉\n\n●本报记者 江月\n\n今年，市文物局将举办特展3场。\n");
}
