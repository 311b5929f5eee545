using System.Text;
using PolicyQa.Corpus;

namespace PolicyQa.Tests.Corpus;

/// <summary>The pages that the tests read.</summary>
internal static class Pages
{
    static Pages() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Corpus", "Pages");

    public static string RealText { get; } = File.ReadAllText(RealPath());

    public static string SecondText { get; } = File.ReadAllText(Path.Combine(Folder, "second-page.txt"));

    public static CorpusContents Real { get; } = CorpusReader.Read(Path.GetDirectoryName(RealPath())!);

    public static CorpusContents Read(string name, byte[] bytes) => CorpusReader.Read([new SourceFile(name, bytes)], []);

    public static CorpusContents Read(string name, string text) => Read(name, Encoding.UTF8.GetBytes(text));

    public static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>Every line cut at a fixed width, as e-mail and old editors do.</summary>
    public static string Wrap(string text, int width, string newLine) =>
        string.Join(newLine, text.Split('\n').SelectMany(l => l.Length == 0 ? [""] : l.Chunk(width).Select(c => new string(c))));

    private static string RealPath() => Path.Combine(TestEngine.CorpusFolder(), "interviews-2024.txt");
}
