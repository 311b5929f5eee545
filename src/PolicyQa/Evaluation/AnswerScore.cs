using System.Text.RegularExpressions;
using PolicyQa.Answering;

namespace PolicyQa.Evaluation;

/// <summary>How good one answer is.</summary>
/// <param name="Right">Answered, the gold found in the answer or its text, and the evidence cited where one is named.</param>
/// <param name="ExactMatch">The short answer equals a gold answer, punctuation and white space apart.</param>
/// <param name="F1">Harmonic mean of precision and recall of the longest common stretch, as in CMRC 2018; 0–1.</param>
public readonly record struct AnswerScore(bool Right, bool ExactMatch, double F1)
{
    /// <summary>Only the first citations count: nobody reads a dozen.</summary>
    private const int CitationsLookedAt = 3;

    /// <summary>A citation and the evidence agree when they share this much (or the whole of a shorter evidence).</summary>
    private const int SharedEvidence = 8;

    public static AnswerScore Of(Answer answer, GoldAnswer gold)
    {
        var letters = ScoredText.Letters(answer.ShortAnswer);
        var golds = gold.Answers.Select(ScoredText.Letters).ToArray();
        return new AnswerScore(
            answer.Status == AnswerStatus.Answered && Found(answer, gold) && Cites(answer, gold),
            golds.Any(g => g.AsSpan().SequenceEqual(letters)),
            golds.Max(g => F1Of(letters, g)));
    }

    /// <summary>F1 of one text against the best of the golds.</summary>
    internal static double F1Of(string answer, IEnumerable<string> golds)
    {
        var letters = ScoredText.Letters(answer);
        return golds.Max(g => F1Of(letters, ScoredText.Letters(g)));
    }

    private static double F1Of(int[] answer, int[] gold)
    {
        var common = ScoredText.CommonStretch(answer, gold);
        return common == 0 ? 0 : 2.0 * common / (answer.Length + gold.Length);
    }

    private static bool Found(Answer answer, GoldAnswer gold)
    {
        string[] texts = [ScoredText.Normalise(answer.ShortAnswer), ScoredText.Normalise(answer.Text)];
        bool Has(string g) => texts.Any(t => Stands(ScoredText.Normalise(g), t));
        return gold.NeedsAll ? gold.Answers.All(Has) : gold.Answers.Any(Has);
    }

    /// <summary>A figure must not be part of a longer figure: 9 does not stand in 19 or in 9.5.</summary>
    private static bool Stands(string gold, string text)
    {
        if (gold.Length == 0 || text.Length == 0) return false;
        var before = char.IsDigit(gold[0]) ? @"(?<![\d.])" : "";
        var after = char.IsDigit(gold[^1]) ? @"(?![\d.])" : "";
        return before.Length + after.Length == 0 ? text.Contains(gold) : Regex.IsMatch(text, before + Regex.Escape(gold) + after, RegexOptions.CultureInvariant);
    }

    private static bool Cites(Answer answer, GoldAnswer gold)
    {
        var evidence = ScoredText.Normalise(gold.Evidence);
        if (evidence.Length == 0) return true;
        return answer.Citations.Take(CitationsLookedAt).Select(c => ScoredText.Normalise(c.Excerpt)).Any(excerpt =>
            excerpt.Contains(evidence) || evidence.Contains(excerpt)
            || ScoredText.CommonStretch(CodePoints(excerpt), CodePoints(evidence)) >= Math.Min(CodePoints(evidence).Length, SharedEvidence));
    }

    private static int[] CodePoints(string text) => [.. text.EnumerateRunes().Select(r => r.Value)];
}
