using PolicyQa.App.Configuration;
using PolicyQa.Indexing;
using PolicyQa.Retrieval;

namespace PolicyQa.App.Llm;

/// <summary>Lets vectors have a say where a verdict on this very model and index says that they help, and nowhere else.</summary>
internal static class VectorUse
{
    /// <summary>Sets the engine up as the verdict says.</summary>
    /// <param name="engine">The engine of the moment.</param>
    /// <param name="vectors">Of its passages.</param>
    /// <param name="verdict">The last one; null where nothing was measured.</param>
    /// <param name="ranking">The engine's fingerprint.</param>
    /// <param name="questions">Where a question's vector comes from.</param>
    /// <returns>State and note for operators.</returns>
    public static (string State, string Note) Decide(QaEngine engine, PassageVectors vectors, VectorVerdict? verdict, string ranking, QuestionEmbedding questions)
    {
        var holds = verdict?.Ranking == ranking;
        engine.Use(holds && verdict!.Helps ? new HybridRanking(vectors, (question, token) => questions.Embed(question, vectors.Dimensions, token)) : null);
        if (verdict is null) return ("unchecked", "向量已齐，但还没有测过是否更好，检索只用词语；请运行 embeddings check");
        if (!holds) return ("unchecked", "语料、词表或程序在上次测验之后变了，检索只用词语；请再运行 embeddings check");
        var figures = $"R@1 {verdict.Figures.Before.RecallAt1:0.000} → {verdict.Figures.After.RecallAt1:0.000}，{verdict.Figures.Before.Questions} 题";
        return verdict.Helps ? ("on", $"测验结果更好，向量参与检索（{figures}）") : ("off", $"测验结果没有更好，检索只用词语（{figures}）");
    }

    /// <summary>For commands: vectors that are all on disk already, and a verdict that stands; else nothing changes.</summary>
    public static void FromDisk(QaEngine engine, EmbeddingSettings settings, QuestionEmbedding questions)
    {
        if (VectorVerdict.Read(settings) is not { Helps: true } verdict || verdict.Ranking != engine.RankingFingerprint()) return;
        using var file = VectorFiles.Open(settings);
        if (file.Of(engine.PassageTexts()) is { } vectors) Decide(engine, vectors, verdict, verdict.Ranking, questions);
    }
}
