using PolicyQa.Analysis;
using PolicyQa.Corpus;
using PolicyQa.Questions;

namespace PolicyQa.Answering.Guarding;

/// <summary>
/// Holds a rewording of an answer, sentence by sentence, against the excerpts it cites. Whoever did the wording, nothing of it
/// is shown that the excerpts do not say. Thread-safe.
/// </summary>
public sealed class WordingGuard
{
    private readonly Catalog _catalog;
    private readonly WordCutter _cutter;
    private readonly Coverage _coverage;
    private readonly Dictionary<string, Article> _articles;

    internal WordingGuard(Catalog catalog, WordCutter cutter)
    {
        _catalog = catalog;
        _cutter = cutter;
        _coverage = new Coverage(catalog.Lexicon);
        _articles = catalog.Articles.ToDictionary(a => a.Id, StringComparer.Ordinal);
    }

    /// <summary>Begins to read a rewording of <paramref name="answer"/>.</summary>
    public GuardedReply Begin(Answer answer) =>
        new(this, answer, [.. answer.Citations.Select(c => new Excerpt(c.Id, new Lazy<Grounds>(() => new Grounds(c, _articles.GetValueOrDefault(c.ArticleId), _cutter))))]);

    /// <summary>A whole reply at once.</summary>
    public GuardedReply Check(Answer answer, string reply)
    {
        var splitter = new ReplySplitter();
        var guarded = Begin(answer);
        foreach (var sentence in splitter.Add(reply).Concat(splitter.Finish())) guarded.Add(sentence);
        return guarded;
    }

    /// <summary>Judges one sentence; null for one without a word.</summary>
    internal GuardedSentence? Judge(string raw, Answer answer, IReadOnlyList<Excerpt> excerpts)
    {
        if (ReplySentence.Read(raw) is not { } sentence) return null;
        var fault = FaultOf(sentence, answer, excerpts);
        return new GuardedSentence(sentence.Text, sentence.Citations, fault?.Fault, fault?.Subject);
    }

    private ClaimFault? FaultOf(ReplySentence sentence, Answer answer, IReadOnlyList<Excerpt> excerpts)
    {
        if (sentence.Citations.Count == 0) return new ClaimFault(GuardFault.MissingCitation, null);
        foreach (var id in sentence.Citations)
        {
            if (excerpts.All(e => e.Id != id)) return new ClaimFault(GuardFault.UnknownCitation, $"[{id}]");
        }

        var shortAnswer = answer.ShortAnswer is { } words ? CompactText.Of(words) : null;
        HashSet<Grounds> borneOutBy = [];
        string? department = null;
        var before = "";
        foreach (var claim in sentence.Claims)
        {
            if (claim.Citations.Count == 0) return new ClaimFault(GuardFault.MissingCitation, null);
            var cited = excerpts.Where(e => claim.Citations.Contains(e.Id)).Select(e => e.Grounds.Value).ToArray();
            var named = new bool[claim.Text.Length];
            if (ForeignDepartment(claim, cited, named, ref department) is { } foreign) return foreign;
            var own = cited.Where(g => department is null || g.Department == department).ToArray();
            if (BestFault(claim, own.Length > 0 ? own : cited, named, before, shortAnswer, borneOutBy) is { } fault) return fault;
            before = claim.Text;
        }

        if (borneOutBy.Count == 0) return new ClaimFault(GuardFault.NothingSaid, null);
        // [2] behind what only [1] says would lead a reader astray.
        return excerpts.FirstOrDefault(e => sentence.Citations.Contains(e.Id) && !borneOutBy.Contains(e.Grounds.Value)) is { } idle ? new ClaimFault(GuardFault.IdleCitation, $"[{idle.Id}]") : null;
    }

    /// <summary>One excerpt alone has to bear the claim out; where none does, the fault against the one that comes nearest.</summary>
    private ClaimFault? BestFault(Claim claim, Grounds[] cited, bool[] named, string before, string? shortAnswer, HashSet<Grounds> borneOutBy)
    {
        ClaimFault? nearest = null;
        var (least, passed) = (int.MaxValue, false);
        foreach (var grounds in cited)
        {
            if (ForeignPerson(claim, grounds) is { } person)
            {
                nearest ??= person;
                continue;
            }

            var reading = new ClaimReading(claim.Text, before, grounds, WithSpeaker(claim.Text, grounds, named), _coverage);
            if (ClaimRules.FaultOf(reading, shortAnswer) is not { } fault)
            {
                passed = true;
                if (reading.SaysSomething) borneOutBy.Add(grounds);
                continue;
            }

            if (reading.Unknown >= least) continue;
            least = reading.Unknown;
            nearest = fault;
        }

        return passed ? null : nearest;
    }

    private static bool[] WithSpeaker(string claim, Grounds grounds, bool[] named)
    {
        if (grounds.Speaker is not { } speaker || claim.IndexOf(speaker, StringComparison.Ordinal) is not (>= 0 and var at)) return named;
        var marked = (bool[])named.Clone();
        marked.AsSpan(at, speaker.Length).Fill(true);
        return marked;
    }

    /// <summary>Departments named are those of the excerpts cited, or stand in them; their characters are marked in <paramref name="named"/>.</summary>
    private ClaimFault? ForeignDepartment(Claim claim, Grounds[] cited, bool[] named, ref string? speaking)
    {
        foreach (var mention in _catalog.Departments.Mentions(claim.Text))
        {
            // 教肓局 is what people mistype: a slip is no name here, its characters have to be borne out like any others.
            if (mention.Department is { } known && !known.Names.Contains(mention.Text)) continue;
            var owner = mention.Department is { } d ? cited.FirstOrDefault(g => g.Department == d.Name) : null;
            if (owner is not null) speaking = owner.Department;
            else if (!cited.Any(g => g.Text.Contains(mention.Text, StringComparison.Ordinal) || g.About.Contains(mention.Text, StringComparison.Ordinal))) return new ClaimFault(GuardFault.ForeignDepartment, mention.Text);
            if (owner is null) continue;
            for (var i = mention.Span.Start; i < mention.Span.End; i++) named[i] = true;
        }

        return null;
    }

    private ClaimFault? ForeignPerson(Claim claim, Grounds grounds)
    {
        foreach (var person in _catalog.People)
        {
            if (!claim.Text.Contains(person, StringComparison.OrdinalIgnoreCase)) continue;
            var name = CharacterFolding.Fold(person);
            if (!grounds.Text.Contains(name, StringComparison.Ordinal) && !grounds.About.Contains(name, StringComparison.Ordinal)) return new ClaimFault(GuardFault.ForeignPerson, person);
        }

        return null;
    }
}
