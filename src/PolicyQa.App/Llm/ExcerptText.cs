using System.Text;
using PolicyQa.Answering;
using PolicyQa.App.Channels;

namespace PolicyQa.App.Llm;

/// <summary>An answer as data for a prompt.</summary>
internal static class ExcerptText
{
    public static Dictionary<string, string> DataOf(Answer answer)
    {
        var excerpts = new StringBuilder();
        foreach (var citation in answer.Citations)
        {
            if (excerpts.Length > 0) excerpts.Append('\n');
            excerpts.Append('[').Append(citation.Id).Append("] （").Append(SourceLine.Of(citation)).Append("）").Append(citation.Excerpt.ReplaceLineEndings(" "));
        }

        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["问题"] = answer.Question.ReplaceLineEndings(" "),
            ["摘录"] = excerpts.ToString(),
            ["答案"] = answer.ShortAnswer ?? "",
        };
    }
}
