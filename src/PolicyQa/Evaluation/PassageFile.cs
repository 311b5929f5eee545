using PolicyQa.Corpus;

namespace PolicyQa.Evaluation;

/// <summary>Reads passage files (.jsonl, .jsonl.gz): each passage becomes one plain article.</summary>
public static class PassageFile
{
    /// <summary>The passages in the order of the file.</summary>
    /// <exception cref="EvaluationFileException">The file cannot be read, or one of its lines is no passage.</exception>
    public static IReadOnlyList<Article> Read(string path)
    {
        var articles = new List<Article>();
        var seen = new Dictionary<string, int>();
        foreach (var line in JsonLinesFile.Read(path))
        {
            var id = line.RequiredText("id");
            if (id.Length == 0) throw line.Fault("“id”是空的");
            if (!seen.TryAdd(id, line.Number)) throw line.Fault($"“id”重复：{id} 在第{seen[id]}行已有");
            articles.Add(PlainArticle.From(id, line.OptionalText("title"), line.RequiredText("text")));
        }

        if (articles.Count == 0) throw new EvaluationFileException(path, null, "文件里没有段落");
        return articles;
    }
}
