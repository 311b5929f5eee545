using PolicyQa.Answering;

namespace PolicyQa.App.Channels.Cli;

/// <summary>An answer as plain text for a terminal.</summary>
internal static class AnswerText
{
    public static void Write(Answer answer, TextWriter output)
    {
        if (answer.ShortAnswer is { } shortAnswer)
        {
            output.WriteLine(shortAnswer);
            output.WriteLine();
        }

        output.WriteLine(answer.Text);
        foreach (var citation in answer.Citations) Write(citation, output);
        if (answer.Note is { } note) output.WriteLine($"\n说明：{note}");
        if (answer.Suggestions.Count == 0) return;
        output.WriteLine(answer.Status == AnswerStatus.Clarify ? "\n可以这样问：" : "\n还可以问：");
        foreach (var suggestion in answer.Suggestions) output.WriteLine($"  {suggestion}");
    }

    private static void Write(Citation citation, TextWriter output)
    {
        output.WriteLine($"\n[{citation.Id}] {citation.Excerpt}");
        output.WriteLine($"    ——{SourceLine.Of(citation)}");
        if (citation.Damaged) output.WriteLine("    （此处原文有缺损，请以报纸原件为准）");
    }
}
