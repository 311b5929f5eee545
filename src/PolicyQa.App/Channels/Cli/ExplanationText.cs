using PolicyQa.Answering;
using PolicyQa.Questions;
using PolicyQa.Retrieval;

namespace PolicyQa.App.Channels.Cli;

/// <summary>Why an answer is what it is, as plain text for a terminal.</summary>
internal static class ExplanationText
{
    private const int LongestQuote = 60;

    public static void Write(Explanation why, TextWriter output)
    {
        output.WriteLine("\n──── 为什么这样回答 ────");
        Question(why.Question, output);
        Heading("检索到的文章（初排分 → 重排分）", why.Articles.Count, output);
        for (var i = 0; i < why.Articles.Count; i++) Article(i + 1, why.Articles[i], output);
        Vectors(why.Vectors, output);
        Heading("检索到的段落（初排分）", why.Passages.Count, output);
        for (var i = 0; i < why.Passages.Count; i++) output.WriteLine($"  {i + 1}. {why.Passages[i].Score:0.00}  {Quote(why.Passages[i].Text)}");
        Heading("候选句（得分；本句含问题词语的比例，连同上下文）", why.Sentences.Count, output);
        for (var i = 0; i < why.Sentences.Count; i++) Sentence(i + 1, why.Sentences[i], output);
        Heading("候选答案（读取得分 → 把关后的可信度）", why.Spans.Count, output);
        for (var i = 0; i < why.Spans.Count; i++) Span(i + 1, why.Spans[i], output);
        Verdict(why.Verdict, output);
    }

    private static void Question(ExplainedQuestion question, TextWriter output)
    {
        output.WriteLine("\n对问题的理解");
        Row("题型", question.QuestionWord.Length == 0 ? ExplanationWords.Of(question.Kind) : $"{ExplanationWords.Of(question.Kind)}（{question.QuestionWord}）", output);
        Row("完整的问题", question.Resolved, output);
        Row("由前面的问题补上", string.Join('、', question.FilledIn), output);
        Row("部门", string.Join('、', question.Departments), output);
        Row("没有收录的部门", question.UnknownDepartment, output);
        Row("人物", string.Join('、', question.People), output);
        Row("年份", question.Year is { } year ? $"{year}年" : question.YearOffset switch { 0 => null, < 0 => $"访谈当年之前第{-question.YearOffset}年", _ => $"访谈当年之后第{question.YearOffset}年" }, output);
        Row("城市", question.City, output);
        Row("外地", question.ForeignPlace, output);
        Row("要的单位", question.Unit, output);
        Row("要的名词", question.Asked, output);
        Row("限定词", string.Join('、', question.Qualifiers), output);
        Row("词语和分量", string.Join("  ", question.Focus.Select(Term)), output);
    }

    private static string Term(FocusTerm term) =>
        $"{term.Text} {term.Weight:0.00}{(term.Variants.Count > 0 ? $"（也算：{string.Join('、', term.Variants.Take(6))}）" : "")}{(term.FromHistory ? "（来自前面的问题）" : "")}";

    private static void Article(int number, ExplainedArticle article, TextWriter output)
    {
        output.WriteLine($"  {number}. {article.FirstStage:0.00} → {article.Score:0.000}  {article.Department}《{article.Title}》");
        if (article.Contributions.Count > 0) output.WriteLine($"       {Contributions(article.Contributions)}");
    }

    private static void Vectors(ExplainedVectors? vectors, TextWriter output)
    {
        if (vectors is null) return;
        output.WriteLine(vectors.Used ? "\n向量检索（相似度；词语排名 → 合并后的排名）" : "\n向量检索：没有及时取到问题的向量，只用词语");
        for (var i = 0; i < vectors.Nearest.Count; i++)
        {
            var near = vectors.Nearest[i];
            output.WriteLine($"  {i + 1}. {near.Cosine:0.00}  {(near.WordRank is { } rank ? $"{rank}" : "没有找到")} → {near.Rank}  《{near.Title}》");
        }
    }

    private static string Contributions(IReadOnlyList<Contribution> rows) =>
        string.Join("，", rows.Select(c => $"{ExplanationWords.OfFeature(c.Name)} {c.Value:0.##}×{c.Weight:0.##}={c.Points:+0.000;-0.000;0}"));

    private static void Sentence(int number, ExplainedSentence sentence, TextWriter output) =>
        output.WriteLine($"  {number}. {sentence.Score:0.00}（{sentence.Here:0.00}，{sentence.Coverage:0.00}）{Owner(sentence)}{Quote(sentence.Text)}");

    private static void Span(int number, ExplainedSpan span, TextWriter output)
    {
        output.WriteLine($"  {number}. {span.Score:0.00} → {span.Confidence:0.00}  {Quote(span.Text)}");
        output.WriteLine($"       出自：{Owner(span.Sentence)}{Quote(span.Sentence.Text)}");
        foreach (var factor in span.Factors) output.WriteLine($"       把关：{ExplanationWords.OfFactor(factor)} ×{factor.Factor:0.00}");
        if (span.Features.Count > 0) output.WriteLine($"       {Contributions(span.Features)}");
    }

    private static void Verdict(Verdict verdict, TextWriter output)
    {
        output.WriteLine("\n结论");
        Row("门槛", $"{verdict.Threshold:0.00}", output);
        Row("最高可信度", verdict.Confidence is { } best ? $"{best:0.00}" : null, output);
        Row("结果", $"{ExplanationWords.Of(verdict.Status)}——{ExplanationWords.OfReason(verdict)}", output);
    }

    private static void Heading(string heading, int rows, TextWriter output)
    {
        if (rows > 0) output.WriteLine($"\n{heading}");
    }

    private static void Row(string name, string? value, TextWriter output)
    {
        if (!string.IsNullOrEmpty(value)) output.WriteLine($"  {name}：{value}");
    }

    private static string Owner(ExplainedSentence sentence) => sentence.Department is { } department ? $"{department}：" : "";

    private static string Quote(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= LongestQuote ? line : $"{line[..(LongestQuote - 1)]}…";
    }
}
