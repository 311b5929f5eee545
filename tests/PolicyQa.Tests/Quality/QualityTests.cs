using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyQa.Analysis;
using PolicyQa.Answering;
using PolicyQa.Corpus;

namespace PolicyQa.Tests.Figures;

/// <summary>Figures that must not get worse; the log of each change that moved one is LOG.md.</summary>
public sealed class QualityTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Quality");

    [Theory]
    [InlineData("interviews-own.jsonl", null, 43, 16)]
    [InlineData("page2.jsonl", "page2.txt", 16, 4)]
    [InlineData("page3.jsonl", "page3.txt", 20, 5)]
    [InlineData("page4.jsonl", "page4.txt", 15, 5)]
    [InlineData("page5.jsonl", "page5.txt", 15, 5)]
    [InlineData("interviews-b.jsonl", null, 44, 12)]
    [InlineData("interviews-c.jsonl", null, 40, 12)]
    [InlineData("page6.jsonl", "page6.txt", 15, 5)]
    [InlineData("page7.jsonl", "page7.txt", 13, 5)]
    [InlineData("page8.jsonl", "page8.txt", 12, 5)]
    public void Right_answers_and_right_refusals_stay_at_least_as_many(string questions, string? page, int right, int refused)
    {
        using var own = page is null ? null : QaEngine.ForArticles(CorpusReader.Read([new SourceFile(page, File.ReadAllBytes(Path.Combine(Folder, "Pages", page)))], []).Articles, Lexicon.Default, new EngineOptions());
        var engine = own ?? TestEngine.Real;
        List<string> wrong = [];
        int rights = 0, refusals = 0;
        foreach (var line in File.ReadLines(Path.Combine(Folder, questions)).Where(l => l.Length > 0))
        {
            var q = JsonDocument.Parse(line).RootElement;
            var answer = engine.Ask(new AskRequest(q.GetProperty("question").GetString()!) { History = [.. q.TryGetProperty("history", out var h) ? h.EnumerateArray().Select(x => x.GetString()!) : []] });
            var answerable = q.TryGetProperty("answers", out _);
            if (answerable ? IsRight(q, answer) : answer.Status != AnswerStatus.Answered) _ = answerable ? rights++ : refusals++;
            else wrong.Add(q.GetProperty("id").GetString() + " " + answer.ShortAnswer);
        }

        Assert.True(rights >= right && refusals >= refused, $"{rights} right, {refusals} refused; not right: {string.Join("; ", wrong)}");
    }

    /// <summary>A gold answer stands in the answer (all of them where the question wants all), and a citation holds the evidence.</summary>
    private static bool IsRight(JsonElement q, Answer answer)
    {
        if (answer.Status != AnswerStatus.Answered) return false;
        var golds = q.GetProperty("answers").EnumerateArray().Select(a => Bare(a.GetString()!)).ToArray();
        var all = q.TryGetProperty("match", out var match) && match.GetString() == "all";
        var text = Bare(answer.ShortAnswer + "\n" + answer.Text);
        if (!(all ? golds.All(g => Holds(text, g)) : golds.Any(g => Holds(text, g)))) return false;
        var evidence = q.TryGetProperty("evidence", out var e) ? Bare(e.GetString()!) : "";
        return evidence.Length == 0 || answer.Citations.Take(3).Any(c => Bare(c.Excerpt) is var x && (x.Contains(evidence, StringComparison.Ordinal) || evidence.Contains(x, StringComparison.Ordinal) || Shared(x, evidence) >= Math.Min(8, evidence.Length)));
    }

    /// <summary>A figure must not be part of a longer one.</summary>
    private static bool Holds(string text, string gold) =>
        Regex.IsMatch(text, (char.IsAsciiDigit(gold[0]) ? @"(?<![\d.])" : "") + Regex.Escape(gold) + (char.IsAsciiDigit(gold[^1]) ? @"(?![\d.])" : ""));

    private static int Shared(string a, string b)
    {
        var best = 0;
        var previous = new int[b.Length + 1];
        foreach (var c in a)
        {
            var current = new int[b.Length + 1];
            for (var j = 0; j < b.Length; j++)
            {
                if (c != b[j]) continue;
                current[j + 1] = previous[j] + 1;
                best = Math.Max(best, current[j + 1]);
            }

            previous = current;
        }

        return best;
    }

    private static string Bare(string text) => string.Concat(CharacterFolding.Fold(text).Where(c => !char.IsWhiteSpace(c)));
}
