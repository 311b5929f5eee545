using PolicyQa.Evaluation;

namespace PolicyQa.Benchmarks;

/// <summary>The tab-separated files that LuceneBaseline.java reads.</summary>
internal static class LuceneInput
{
    /// <summary>Writes <paramref name="output"/>.p.tsv (id, text) and <paramref name="output"/>.q.tsv (id, question, gold).</summary>
    public static void Write(string passages, string questions, string output)
    {
        using (var file = new StreamWriter(output + ".p.tsv"))
        {
            foreach (var article in PassageFile.Read(passages)) file.Write($"{article.Id}\t{Line(article.Title)} {Line(article.Text)}\n");
        }

        using (var file = new StreamWriter(output + ".q.tsv"))
        {
            foreach (var question in QuestionFile.Read(questions, 1)) file.Write($"{question.Id}\t{Line(question.Request.Question)}\t-\n");
        }
    }

    private static string Line(string text) => text.Replace('\n', ' ').Replace('\t', ' ').Replace('\r', ' ');
}
