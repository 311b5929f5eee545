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

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public static Command Create(CommonOptions common, Terminal terminal, IReadOnlyDictionary<string, Func<Func<QaEngine>, Analyzer>> analyzers)
    {
        var name = new Option<string>("--analyzer")
        {
            HelpName = string.Join('|', analyzers.Keys),
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
            QaEngine? engine = null;
            using var analyzer = Find(parse.GetValue(name)!, analyzers)(() => engine = EngineOpening.Open(common.Load(parse), terminal, token));
            Run(analyzer, terminal, token);
            engine?.Dispose();
            return Task.FromResult(ExitCode.Done);
        });
        return verb;
    }

    private static Func<Func<QaEngine>, Analyzer> Find(string name, IReadOnlyDictionary<string, Func<Func<QaEngine>, Analyzer>> analyzers) =>
        analyzers.TryGetValue(name, out var create)
            ? create
            : throw new UserErrorException($"选项 --analyzer：没有“{name}”这种分词方法，应是 {string.Join('、', analyzers.Keys)}");

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
