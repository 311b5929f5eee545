using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using PolicyQa.Evaluation;

namespace PolicyQa.App.Channels.Cli;

/// <summary>analyze: the tokens of each line of standard input, one JSON array a line.</summary>
internal static class AnalyzeCommand
{
    private const string Default = "index";

    /// <summary>Names that the command line promises; those not in the registry are named as such.</summary>
    private static readonly string[] Known = ["smartcn", "bigram", "index"];

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public static Command Create(Terminal terminal, IReadOnlyDictionary<string, Func<Analyzer>> analyzers)
    {
        var name = new Option<string>("--analyzer")
        {
            HelpName = string.Join('|', Known),
            Description = $"分词方法，index 是索引实际所用（默认 {Default}）",
            DefaultValueFactory = _ => Default,
        };
        var verb = new Verb(
            "analyze",
            "对标准输入的每一行分词，每行给出一个 JSON 数组 [[词,起,止,位置增量],…]。",
            "analyze --analyzer bigram < 文本.txt")
        {
            name,
        };
        verb.SetAction((parse, token) =>
        {
            using var analyzer = Find(parse.GetValue(name)!, analyzers)();
            Run(analyzer, terminal, token);
            return Task.FromResult(ExitCode.Done);
        });
        return verb;
    }

    private static Func<Analyzer> Find(string name, IReadOnlyDictionary<string, Func<Analyzer>> analyzers)
    {
        if (analyzers.TryGetValue(name, out var create)) return create;
        throw new UserErrorException(Known.Contains(name)
            ? $"选项 --analyzer：{name} 还没有实现，现在可用的有 {string.Join('、', analyzers.Keys)}"
            : $"选项 --analyzer：没有“{name}”这种分词方法，应是 {string.Join('、', Known)}");
    }

    private static void Run(Analyzer analyzer, Terminal terminal, CancellationToken cancellationToken)
    {
        using var input = terminal.In();
        var buffer = new MemoryStream();
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var number = 0;
        foreach (var line in ByteLines.Read(input))
        {
            cancellationToken.ThrowIfCancellationRequested();
            number++;
            buffer.SetLength(0);
            json.Reset();
            WriteTokens(analyzer, Decode(line, number), json);
            json.Flush();
            terminal.Out.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        }
    }

    private static string Decode(ReadOnlyMemory<byte> line, int number)
    {
        try
        {
            return StrictUtf8.GetString(line.Span);
        }
        catch (DecoderFallbackException e)
        {
            throw new UserErrorException($"标准输入 第{number}行：不是 UTF-8 文字", e);
        }
    }

    private static void WriteTokens(Analyzer analyzer, string text, Utf8JsonWriter json)
    {
        using var tokens = analyzer.GetTokenStream("text", text);
        var term = tokens.AddAttribute<ICharTermAttribute>();
        var offset = tokens.AddAttribute<IOffsetAttribute>();
        var position = tokens.AddAttribute<IPositionIncrementAttribute>();
        tokens.Reset();
        json.WriteStartArray();
        while (tokens.IncrementToken())
        {
            json.WriteStartArray();
            json.WriteStringValue(term.Buffer.AsSpan(0, term.Length));
            json.WriteNumberValue(offset.StartOffset);
            json.WriteNumberValue(offset.EndOffset);
            json.WriteNumberValue(position.PositionIncrement);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        tokens.End();
    }
}
