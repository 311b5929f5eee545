using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace PolicyQa.Tests.Analysis;

public static class TokenStreams
{
    public static List<Token> Tokens(this Analyzer analyzer, string text) => analyzer.Tokens(text, out _);

    /// <summary>The tokens of <paramref name="text"/>, and how the stream ends.</summary>
    /// <param name="end">The empty token that the stream's end stands for: its offset and the positions left over.</param>
    public static List<Token> Tokens(this Analyzer analyzer, string text, out Token end)
    {
        using var stream = analyzer.GetTokenStream("text", text);
        var term = stream.AddAttribute<ICharTermAttribute>();
        var offset = stream.AddAttribute<IOffsetAttribute>();
        var position = stream.AddAttribute<IPositionIncrementAttribute>();
        stream.Reset();
        var tokens = new List<Token>();
        while (stream.IncrementToken())
        {
            tokens.Add(new Token(new string(term.Buffer, 0, term.Length), offset.StartOffset, offset.EndOffset, position.PositionIncrement));
        }

        stream.End();
        end = new Token("", offset.StartOffset, offset.EndOffset, position.PositionIncrement);
        return tokens;
    }

    public static string Terms(this Analyzer analyzer, string text) => string.Join('|', analyzer.Tokens(text).Select(t => t.Term));
}
