using PolicyQa.Analysis;
using PolicyQa.Corpus;
using PolicyQa.Questions;

namespace PolicyQa.Answering;

/// <summary>哪些, 包括什么: the items of an enumeration (A、B和C) beside what was asked about.</summary>
internal sealed class ListReader(WordCutter cutter)
{
    public IEnumerable<Reading> Read(Question question, IReadOnlyList<Evidence> evidence)
    {
        foreach (var e in evidence)
        {
            var confidence = Math.Min(1, 0.6 * e.Coverage + 0.4 * e.Here + 0.1 * e.History);
            if (Items(question, e.Folded) is { Count: > 0 } items)
                yield return new Reading(e, items, confidence);
            else yield return ClauseReader.Whole(question, e) with { Confidence = confidence * 0.85 };
        }
    }

    /// <summary>The items, or null where the text has no enumeration.</summary>
    public List<TextSpan>? Items(Question question, string text)
    {
        if (UpToEtc(question, text) is { } whole && whole.Of(text).Contains(',', StringComparison.Ordinal)) return [whole];
        List<TextSpan>? best = null;
        var most = double.MinValue;
        foreach (var run in Runs(text))
        {
            var trimmed = Trim(run, question, text);
            if (trimmed.Count < 2) continue;
            var clause = Clauses.At(text, run[0].Start);
            var score = TermMatch.Coverage(question.Focus, clause.Of(text)) + 0.02 * trimmed.Count - 0.001 * run[0].Start;
            if (score > most) (best, most) = (trimmed, score);
        }

        return best;
    }

    /// <summary>Runs of pieces joined by 、 within one clause; quoted pieces stay whole.</summary>
    private static IEnumerable<List<TextSpan>> Runs(string text)
    {
        foreach (var clause in Clauses.Of(text))
        {
            List<TextSpan> pieces = [];
            var start = clause.Start;
            var depth = 0;
            for (var i = clause.Start; i <= clause.End; i++)
            {
                var c = i < clause.End ? text[i] : '、';
                if (c is '“' or '《') depth++;
                if (c is '”' or '》') depth--;
                // “五进”(进企业、进农村): a bracket may hold the whole list.
                if (c is '(' or ')')
                {
                    if (c is ')' && pieces.Count > 0 && i > start) pieces.Add(new TextSpan(start, i));
                    if (pieces.Count >= 2) yield return pieces;
                    if (pieces.Count > 0 || c is '(') start = i + 1;
                    pieces = [];
                }

                if (c != '、' || (depth > 0 && i < clause.End)) continue;
                if (i > start) pieces.Add(new TextSpan(start, i));
                // 甲、乙等单位开展丙、丁: 等 closes the first list.
                if (pieces.Count >= 2 && i < clause.End && Closes(text.AsSpan(pieces[^1].Start, pieces[^1].Length)))
                {
                    yield return pieces;
                    pieces = [new TextSpan(pieces[^1].Start + text.AsSpan(pieces[^1].Start, pieces[^1].Length).IndexOf('等') + 1, i)];
                }

                start = i + 1;
            }

            if (pieces.Count >= 2) yield return pieces;

            // “双一流”“特色高中”: quoted names side by side.
            List<TextSpan> quoted = [];
            for (var i = clause.Start; i < clause.End; i++)
            {
                if (text[i] is not ('“' or '《') || text.IndexOf(text[i] == '“' ? '”' : '》', i) is not (var close and > 0) || close >= clause.End) continue;
                quoted.Add(new TextSpan(i, close + 1));
                i = close;
            }

            if (quoted.Count >= 2) yield return quoted;
        }
    }

    private static bool Closes(ReadOnlySpan<char> piece) => piece.IndexOf('等') is > 0 and var at && at + 1 < piece.Length && piece[at + 1] is not ('级' or '待' or '于' or '教');

    /// <summary>通过甲，建立乙，组建丙等方式: everything between the word that introduces the list and 等.</summary>
    private static TextSpan? UpToEtc(Question question, string text)
    {
        if (question.Asked is not { Length: >= 2 } noun) return null;
        var etc = text.IndexOf("等" + noun[..2], StringComparison.Ordinal);
        if (etc < 0) return null;
        var start = new[] { "通过", "包括", "采取", "依托", "借助" }.Select(w => text.LastIndexOf(w, etc, StringComparison.Ordinal) is >= 0 and var at ? at + w.Length : -1).Max();
        return start >= 0 && etc - start is >= 4 and <= 120 ? new TextSpan(start, etc) : null;
    }

    private List<TextSpan> Trim(List<TextSpan> run, Question question, string text)
    {
        List<TextSpan> items = [.. run];
        items[0] = TrimLeft(items[0], question, text);
        var last = items[^1];
        // A last piece such as 北师大等高校, 丙和丁, 乙两个中心.
        items.RemoveAt(items.Count - 1);
        items.AddRange(SplitLast(last, items, question, text));
        items.RemoveAll(i => i.Length < 1);
        // 增强A能力、建设B库 asked for by its head noun: all items count as they are.
        return items;
    }

    private TextSpan TrimLeft(TextSpan item, Question question, string text)
    {
        if (text[item.Start] is '“' or '《') return item;
        var part = item.Of(text);
        var start = 0;
        var leading = true;
        foreach (var word in cutter.Cut(part))
        {
            var text0 = word.Of(part);
            // 重点|建设|甲: verbs in front; 结果|作为|甲: what introduces a list, wherever it stands.
            leading &= NounPhrase.IsOpener(text0);
            if (word.End < part.Length && (leading || text0 is "作为" or "包括" or "涵盖" or "涉及" or "即" or "例如" or "比如" or "通过" or "围绕")) start = word.End;
        }

        var again = true;
        while (again)
        {
            again = false;
            foreach (var term in question.Focus)
            {
                if (term.Text.Length < 2 || part.Length - start - term.Text.Length < 2 || !part.AsSpan(start).StartsWith(term.Text, StringComparison.Ordinal)) continue;
                start += term.Text.Length;
                again = true;
            }
        }

        return new TextSpan(item.Start + start, item.End);
    }

    private List<TextSpan> SplitLast(TextSpan last, IReadOnlyList<TextSpan> others, Question question, string text)
    {
        var part = last.Of(text);
        if (part[0] is '“' or '《' && part.IndexOf(part[0] == '“' ? '”' : '》', StringComparison.Ordinal) is > 0 and var close) return [new TextSpan(last.Start, last.Start + close + 1)];
        var end = part.Length;
        if (part.IndexOf('等', StringComparison.Ordinal) is > 0 and var etc) end = etc;
        foreach (var quantity in QuantityFinder.Find(part))
        {
            if (quantity.Span.Start > 1 && quantity.Span.Start < end) end = quantity.Span.Start;
        }

        // 有机水稻四大产业
        for (var i = 2; i + 1 < end; i++)
        {
            if (ChineseNumerals.IsNumeral(part[i]) && part[i + 1] == '大') end = i;
        }

        foreach (var word in cutter.Cut(part))
        {
            // 家属随调|给予政策支持: a verb closes the list; so does a last 建设.
            if (word.Start > 1 && word.End == part.Length && (NounPhrase.IsOpener(word.Of(part)) || word.Of(part) is "项目" or "业务") && !others.Any(o => o.Of(text).EndsWith(word.Of(part), StringComparison.Ordinal))) end = Math.Min(end, word.Start);
            if (word.Start > 1 && word.Start < end && word.Of(part) is "给予" or "提供" or "进行" or "实行" or "开展" or "投入" or "建成" && word.Start > 1) end = Math.Min(end, word.Start);
        }

        foreach (var term in question.Focus.Where(f => f.Text.Length >= 2))
        {
            var at = part.IndexOf(term.Text, StringComparison.Ordinal);
            // What was asked about follows the list (市第一医院、颐康养老院|安宁疗护中心), unless every item ends so.
            if (at > 1 && at < end && at + term.Text.Length < part.Length && !others.Any(o => o.Of(text).Contains(term.Text, StringComparison.Ordinal))) end = at;
        }

        List<TextSpan> items = [];
        var start = 0;
        foreach (var joint in new[] { "以及", "和", "与", "及" })
        {
            var at = part.IndexOf(joint, StringComparison.Ordinal);
            if (at <= 1 || at + joint.Length >= end - 1) continue;
            items.Add(new TextSpan(last.Start, last.Start + at));
            start = at + joint.Length;
            break;
        }

        items.Add(new TextSpan(last.Start + start, last.Start + end));
        return items;
    }
}
