using PolicyQa.Analysis;

namespace PolicyQa.Questions;

/// <summary>Turns the unmasked rest of a question into weighted focus terms.</summary>
/// <param name="lexicon">Synonyms.</param>
/// <param name="cutter">Words.</param>
/// <param name="statistics">How rare a word is.</param>
public sealed class FocusBuilder(Lexicon lexicon, WordCutter cutter, ITermStatistics statistics)
{
    /// <summary>No word is longer. What is (one character five hundred times) is looked for by its beginning: every sentence is searched for all of it.</summary>
    private const int LongestTerm = 32;

    /// <summary>No question of this length is about more.</summary>
    private const int MostTerms = 80;

    /// <summary>Focus terms of the parts of <paramref name="folded"/> that are not masked: a level first, the rest in text order.</summary>
    /// <param name="folded">The question.</param>
    /// <param name="masked">What has been understood otherwise.</param>
    /// <param name="qualifiers">Levels among them (二级以上) stay whole.</param>
    public List<FocusTerm> Build(string folded, bool[] masked, IReadOnlyList<Qualifier> qualifiers)
    {
        List<FocusTerm> terms = [];
        if (qualifiers.FirstOrDefault(q => q.IsLevel) is { } level && folded.IndexOf(level.Text, StringComparison.Ordinal) is var place)
        {
            Add(level.Text, terms, level.Forms);
            masked = [.. masked];
            Array.Fill(masked, true, place, level.Text.Length);
        }

        for (var i = 0; i < folded.Length;)
        {
            if (masked[i] || !(char.IsLetterOrDigit(folded[i]) || folded[i] is '%' or '+'))
            {
                i++;
                continue;
            }

            // A name in quotation marks is one word.
            if (i > 0 && folded[i - 1] is '“' or '《' or '"' && folded.AsSpan(i).IndexOfAny('”', '》', '"') is > 1 and <= 14 and var quoted && !masked.AsSpan(i, quoted).Contains(true))
            {
                Add(folded.Substring(i, quoted), terms);
                i += quoted;
                continue;
            }

            var end = i;
            while (end < folded.Length && !masked[end] && (char.IsLetterOrDigit(folded[end]) || folded[end] is '%' or '+' or '.')) end++;
            AddRun(folded[i..end], terms);
            i = end;
        }

        return terms;
    }

    private void AddRun(string run, List<FocusTerm> terms)
    {
        // Words of the lexicon win over the cutter: a clerk put them there because they are one word.
        var at = 0;
        while (at < run.Length)
        {
            var (start, length) = NextKnown(run, at);
            if (start > at)
            {
                var part = run[at..start];
                foreach (var word in Joined(part)) Add(word, terms);
            }

            if (length > 0) Add(run.Substring(start, length), terms);
            at = start + Math.Max(length, start == run.Length ? 1 : 0);
        }
    }

    /// <summary>The cutter's words; characters that it leaves single side by side (乔|艳|艳) are one word it does not know.</summary>
    private IEnumerable<string> Joined(string part)
    {
        var pending = "";
        var last = -1;
        foreach (var span in cutter.Cut(part))
        {
            var word = span.Of(part);
            var single = word.Length == 1 && BigramScanner.IsIdeographic(word[0]) && !StopWords.Contains(word) && !StopWords.SayLittle(word);
            if (pending.Length > 0 && (!single || span.Start != last))
            {
                foreach (var piece in Pieces(pending)) yield return piece;
                pending = "";
            }

            if (single) pending += word;
            else yield return word;
            last = span.End;
        }

        foreach (var piece in Pieces(pending)) yield return piece;
    }

    /// <summary>Three and more characters are taken for a name; fewer stand for themselves.</summary>
    private static IEnumerable<string> Pieces(string singles) => singles.Length >= 3 ? [singles] : singles.Select(c => c.ToString());

    private (int Start, int Length) NextKnown(string run, int from)
    {
        for (var i = from; i < run.Length; i++)
        {
            // A Chinese numeral of two characters and more (三百二十二) is one word.
            var numeral = i;
            while (numeral < run.Length && ChineseNumerals.IsNumeral(run[numeral])) numeral++;
            if (numeral - i >= 2 && ChineseNumerals.Parse(run.AsSpan(i, numeral - i)) is not null) return (i, numeral - i);
            for (var length = Math.Min(lexicon.LongestWord, run.Length - i); length >= 3; length--)
            {
                if (lexicon.Knows(run.Substring(i, length))) return (i, length);
            }
        }

        return (run.Length, 0);
    }

    private void Add(string word, List<FocusTerm> terms, IReadOnlyList<string>? spellings = null)
    {
        if (word.Length > LongestTerm) word = word[..LongestTerm];
        if (terms.Count >= MostTerms || StopWords.Contains(word) || terms.Any(t => t.Text == word)) return;
        List<string> variants = [.. lexicon.Synonyms(word), .. (spellings ?? []).Where(s => s != word)];
        if (ChineseNumerals.Parse(word) is { } number)
        {
            // 三百二十二 = 322, 4 = 四, 20000 = 2万
            variants.AddRange(ChineseNumerals.Spellings(number).Where(s => s != word));
        }

        var frequency = Math.Max(statistics.Frequency(word), (spellings ?? []).Select(statistics.Frequency).DefaultIfEmpty(0).Max());
        if (frequency == 0 && variants.Count == 0 && statistics.SoundsLike(word) is { } meant) variants.Add(meant);
        // Robertson and Spärck Jones' idf; verbs that stand everywhere in official prose prove little however rare they are here.
        var weight = InverseFrequency.Of(frequency, statistics.Passages);
        if (StopWords.SayLittle(word)) weight = Math.Min(weight, 1) * 0.5;
        if (word.Length == 1 && !char.IsAsciiDigit(word[0])) weight *= 0.5;
        terms.Add(new FocusTerm(word, variants, Math.Max(weight, 0.1)));
    }
}
