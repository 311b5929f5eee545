using System.Text;
using PolicyQa.Analysis;

namespace PolicyQa.Evaluation;

/// <summary>Makes an encyclopedia's questions harder, as real ones are.</summary>
internal static class TrainingQuestion
{
    /// <summary>So many of a hundred words are left out.</summary>
    private const int LeftOut = 35;

    /// <summary>The question without any two characters that stand side by side in the title too.</summary>
    public static string WithoutTitle(string question, string title)
    {
        var struck = new bool[question.Length];
        for (var i = 0; i + 2 <= title.Length; i++)
        {
            for (var at = question.IndexOf(title.Substring(i, 2), StringComparison.Ordinal); at >= 0; at = question.IndexOf(title.Substring(i, 2), at + 1, StringComparison.Ordinal))
                struck[at] = struck[at + 1] = true;
        }

        var rest = new StringBuilder(question.Length);
        for (var i = 0; i < question.Length; i++)
        {
            if (!struck[i]) rest.Append(question[i]);
            else if (rest.Length > 0 && rest[^1] != ' ') rest.Append(' ');
        }

        return rest.ToString();
    }

    /// <summary>The question without some of its longer words; which ones depends on <paramref name="id"/> alone.</summary>
    public static string WithFewerWords(string question, string id, WordCutter cutter)
    {
        var rest = new StringBuilder(question.Length);
        foreach (var word in cutter.Cut(question))
        {
            if (word.Length < 2 || Hash(id + word.Start) % 100 >= LeftOut) rest.Append(question, word.Start, word.Length);
        }

        return rest.ToString();
    }

    /// <summary>FNV-1a, mixed: the same on every machine, which string.GetHashCode is not.</summary>
    public static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text) hash = (hash ^ c) * 16777619u;
        hash = (hash ^ (hash >> 15)) * 0x85ebca6b;
        return hash ^ (hash >> 13);
    }
}
