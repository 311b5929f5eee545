using System.Text;
using System.Text.RegularExpressions;

namespace PolicyQa.Answering.Guarding;

/// <summary>A rewording as far as it was judged. Not thread-safe: one reply, one reader.</summary>
public sealed partial class GuardedReply
{
    private readonly WordingGuard _guard;
    private readonly Answer _answer;
    private readonly IReadOnlyList<Excerpt> _excerpts;
    private readonly List<GuardedSentence> _sentences = [];

    internal GuardedReply(WordingGuard guard, Answer answer, IReadOnlyList<Excerpt> excerpts)
    {
        _guard = guard;
        _answer = answer;
        _excerpts = excerpts;
    }

    /// <summary>All sentences so far, kept or not, in order.</summary>
    public IReadOnlyList<GuardedSentence> Sentences => _sentences;

    /// <summary>The sentences that may be shown, one after another.</summary>
    public string Kept => string.Concat(_sentences.Where(s => s.Kept).Select(s => s.Text));

    /// <summary>
    /// Something may be shown, and it still says the answer: every figure of the short answer, or else most of its words. Else
    /// the extractive answer stands.
    /// </summary>
    public bool Stands => _sentences.Exists(s => s.Kept) && SaysTheAnswer();

    /// <summary>
    /// What to show in place of the extractive text: the sentences kept, and for each excerpt that none of them cites the line of
    /// the extractive text, so that nothing of the answer is lost with a sentence.
    /// </summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder(Kept);
            var cited = _sentences.Where(s => s.Kept).SelectMany(s => s.Citations).ToHashSet();
            foreach (var line in _answer.Text.Split('\n'))
            {
                var ids = Marks().Matches(line).Select(m => int.Parse(m.Groups[1].Value)).ToArray();
                if (ids.Length > 0 && ids.All(id => !cited.Contains(id))) text.Append('\n').Append(line);
            }

            return text.ToString();
        }
    }

    /// <summary>Judges the next sentence; null for one without a word.</summary>
    public GuardedSentence? Add(string sentence)
    {
        var judged = _guard.Judge(sentence, _answer, _excerpts);
        // Said once is enough.
        if (judged is not null && !_sentences.Exists(s => s.Text == judged.Text)) _sentences.Add(judged);
        return judged;
    }

    private bool SaysTheAnswer()
    {
        if (_answer.ShortAnswer is not { } answer) return true;
        var text = CompactText.Of(Text);
        var wanted = CompactText.Of(answer);
        if (text.Contains(wanted, StringComparison.Ordinal)) return true;
        var figures = FigureFinder.Find(wanted);
        if (figures.Count > 0)
        {
            var said = FigureFinder.Find(text);
            return figures.All(f => said.Any(s => s.Value == f.Value));
        }

        var parts = wanted.Split(['、', ',', ';', '。'], StringSplitOptions.RemoveEmptyEntries);
        // 是, 会: said by saying the thing itself.
        return wanted.Length < 2 || parts.All(p => text.Contains(p, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\[(\d{1,3})\]")]
    private static partial Regex Marks();
}
