using PolicyQa.Analysis;
using PolicyQa.Corpus;

namespace PolicyQa.App.Channels.Http.Admin;

/// <summary>What an edited lexicon makes of a sentence.</summary>
/// <param name="Before">Its words with the lexicon that is served.</param>
/// <param name="After">Its words with the edited one.</param>
/// <param name="Problems">Lines of the edited file that say nothing.</param>
internal sealed record LexiconSight(IReadOnlyList<LexiconToken> Before, IReadOnlyList<LexiconToken> After, IReadOnlyList<ReadProblem> Problems);
