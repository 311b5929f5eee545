using Lucene.Net.Analysis;

namespace PolicyQa.Analysis;

/// <summary>Folded character bigrams: what the index and every question are made of.</summary>
public sealed class BigramAnalyzer : Analyzer
{
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) => new(new BigramTokenizer(reader));
}
