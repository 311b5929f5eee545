using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;

namespace PolicyQa.Analysis.SmartCn;

/// <summary>
/// PolicyQa's SmartCn: Chinese words, stemmed English, no punctuation. Without options, token for token what Apache Lucene's
/// SmartChineseAnalyzer emits.
/// </summary>
/// <remarks>
/// The one place to change where the NuGet package Lucene.Net.Analysis.SmartCn is to be had: make the components of its
/// <c>HMMChineseTokenizer</c>, a <see cref="PorterStemFilter"/> and a <c>StopFilter</c> on ",", and give up options.
/// </remarks>
/// <param name="options">Null means <see cref="SmartCnOptions.Compatible"/>.</param>
public sealed class SmartChineseAnalyzer(SmartCnOptions? options = null) : Analyzer
{
    /// <summary>Reads the dictionary in the background; without it, the first text to be analysed waits some 45 ms.</summary>
    public static Task PreloadAsync() => Task.Run(() => SmartCnModel.Shipped);

    /// <inheritdoc/>
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var words = new SmartCnTokenizer(reader, options);
        return new TokenStreamComponents(words, new PorterStemFilter(words));
    }
}
