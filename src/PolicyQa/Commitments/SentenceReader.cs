using System.Text.RegularExpressions;
using PolicyQa.Analysis;
using PolicyQa.Answering;
using PolicyQa.Corpus;

namespace PolicyQa.Commitments;

/// <summary>Reads the promises out of one sentence, clause by clause.</summary>
internal sealed partial class SentenceReader
{
    private readonly string _text;
    private readonly string _folded;
    private readonly int? _year;
    private readonly IReadOnlyList<FoundQuantity> _quantities;
    private readonly IReadOnlyList<(TextSpan Span, Deadline Deadline)> _deadlines;
    private readonly IReadOnlyList<TextSpan> _times;
    private readonly List<Promise> _promises = [];

    /// <summary>Promises since the last ；.</summary>
    private int _group;

    /// <summary>A time that stood in a clause of its own, for the clauses after it.</summary>
    private Deadline? _pending;

    private SentenceReader(string text, int? year)
    {
        _text = text;
        _folded = CharacterFolding.Fold(text);
        _year = year;
        _quantities = PromisedQuantities.Find(text, _folded);
        _deadlines = [.. DeadlineFinder.Find(text, _folded, year)];
        _times = [.. _deadlines.Select(d => d.Span)];
    }

    /// <summary>The promises in text order; spans are offsets into <paramref name="text"/>.</summary>
    /// <param name="text">A sentence.</param>
    /// <param name="year">The year that 今年 means; null where unknown.</param>
    /// <param name="isHeading">It opens a section whose details follow: without figure or time it is a heading.</param>
    public static IReadOnlyList<Promise> Read(string text, int? year, bool isHeading)
    {
        var reader = new SentenceReader(text, year);
        if (isHeading && reader.IsBareHeading()) return [];
        reader.Read();
        return reader._promises;
    }

    /// <summary>二是全力稳定工业运行，优化存量。</summary>
    private bool IsBareHeading() =>
        _folded.Length <= LongestHeading && _quantities.Count == 0 && _deadlines.Count == 0
        && (Clauses.Of(_folded).Count <= 1 || !_folded.Contains('“', StringComparison.Ordinal));

    private const int LongestHeading = 32;

    private void Read()
    {
        var background = false;
        foreach (var clause in Clauses.Of(_folded))
        {
            var words = clause.Of(_folded);
            if (clause.Start > 0 && _folded[clause.Start - 1] == ';') (_group, _pending, background) = (_promises.Count, null, background && !Ahead().IsMatch(words));
            if (Definition().IsMatch(words) || IsPast(words)) background = true;
            else if (Ahead().IsMatch(words)) background = false;
            if (background || IsAside().IsMatch(words)) continue;
            if (TimeAlone(clause) is { } alone)
            {
                _pending = alone;
                continue;
            }

            if (Closes(clause)) continue;
            ReadClause(clause);
        }
    }

    private void ReadClause(TextSpan clause)
    {
        Predicate? governing = null;
        Deadline? shared = _pending;
        foreach (var piece in PieceCutter.Cut(_folded, clause, _quantities, _times))
        {
            var predicate = PredicateFinder.Find(_folded, piece, _quantities, _times);
            var own = _deadlines.Where(d => piece.Contains(d.Span)).Select(d => d.Deadline).FirstOrDefault();
            // 创建节水型企业16家、节水型学校30所: the verb holds for both.
            var isList = governing is not null && _quantities.Any(q => piece.Contains(q.Span)) && (predicate is not { } p || (p.Object.Start > p.Verb.Start && p.Verb.Start > PredicateFinder.Head(_folded, piece, _times).Head));
            if (isList) predicate = governing!.Value with { Object = piece };
            if (predicate is not { } found) continue;
            if (Promised(piece, found, own, shared, governing is not null) is { } promise) _promises.Add(promise);
            governing = found;
            shared ??= own;
        }
    }

    private Promise? Promised(TextSpan piece, Predicate predicate, Deadline? own, Deadline? shared, bool isParallel)
    {
        var deadline = own ?? shared;
        List<PromisedQuantity> quantities = [.. _quantities.Where(q => piece.Contains(q.Span)).Select(q => q.Quantity)];
        var all = PromisedQuantities.All(_text, _folded, piece);
        if (all is { } whole)
        {
            // 全市1200名护林员全部配备: the number says how many all are.
            if (quantities.Count == 0) quantities.Add(whole.Quantity);
            else quantities = [.. quantities.Select(q => q.Bound == Bound.Exact && q.Unit != "%" ? q with { Bound = Bound.All } : q)];
        }

        var isHead = _promises.Count == _group;
        var enough = predicate.Strength switch
        {
            PredicateStrength.Deed => true,
            PredicateStrength.Aim => isHead || isParallel || quantities.Count > 0 || own is not null,
            _ => quantities.Count > 0 || own is not null,
        };
        if (!enough) return null;
        var thing = ObjectOf(predicate.Object);
        // 一般性支出压减10%: what is done to stands before the verb; 改造提升12万亩: in the promise before.
        if (thing.Length < 2 && predicate.Verb.Start > piece.Start) thing = ObjectOf(new TextSpan(PredicateFinder.Head(_folded, piece, _times).Head, predicate.Verb.Start));
        if (thing.Length < 2 && quantities.Count > 0 && _promises.Count > _group && _promises[^1].Quantities.Any(q => q.Unit == quantities[0].Unit)) thing = _promises[^1].Object;
        if (thing.Length < 2 && quantities.Count == 0) return null;
        if (quantities.Count == 0 && deadline is null && !thing.Contains('”', StringComparison.Ordinal) && PromiseWords.IsEmptyTalk(CharacterFolding.Fold(thing))) return null;
        return new Promise(WordsOf(piece), predicate.Verb.Of(_text), thing, quantities, deadline);
    }

    private TextSpan WordsOf(TextSpan piece)
    {
        var label = Label().Match(_folded, piece.Start, piece.Length);
        return label.Success && label.Index == piece.Start && label.Length < piece.Length ? piece with { Start = piece.Start + label.Length } : piece;
    }

    /// <summary>Without figures and times, which are fields of their own.</summary>
    private string ObjectOf(TextSpan span)
    {
        var kept = new System.Text.StringBuilder(span.Length);
        for (var i = span.Start; i < span.End; i++)
        {
            if (!_quantities.Any(q => q.Span.Contains(i)) && !_times.Any(t => t.Contains(i))) kept.Append(_text[i]);
        }

        // 床位预计2000张: 预计 belongs to the figure that is gone; 科技人才引育计划 is a thing's own name.
        var thing = kept.Length < span.Length ? BeforeFigure().Replace(kept.ToString(), "") : kept.ToString();
        return Trimmings().Replace(Trimmings().Replace(thing, ""), "").Trim('、', ' ', '　');
    }

    /// <summary>到2027年，: a clause that is nothing but a time.</summary>
    private Deadline? TimeAlone(TextSpan clause)
    {
        foreach (var (span, deadline) in _deadlines)
        {
            if (clause.Contains(span) && clause.Length - span.Length <= 2) return deadline;
        }

        return null;
    }

    /// <summary>秋季开学前全部上岗: says only when what was promised before it is done.</summary>
    private bool Closes(TextSpan clause)
    {
        if (_promises.Count == _group || Completion().Match(clause.Of(_folded)) is not { Success: true }) return false;
        var rest = clause;
        foreach (var (span, deadline) in _deadlines)
        {
            if (!clause.Contains(span)) continue;
            rest = new TextSpan(span.End, clause.End);
            if (!OnlyCompletion(rest) || !OnlyLight(new TextSpan(clause.Start, span.Start))) return false;
            for (var i = _group; i < _promises.Count; i++) _promises[i] = _promises[i] with { Deadline = _promises[i].Deadline ?? deadline };
            return true;
        }

        return OnlyCompletion(rest);
    }

    private bool OnlyCompletion(TextSpan span)
    {
        var words = span.Of(_folded);
        var verb = PromiseWords.CompletionOf(words);
        return verb is not null && BeforeCompletion().Replace(words[..^verb.Length], "").Length == 0;
    }

    private bool OnlyLight(TextSpan span) => span.Length == 0 || BeforeCompletion().Replace(span.Of(_folded), "").Length == 0;

    private bool IsPast(string words)
    {
        if (Past().IsMatch(words)) return true;
        return _year is { } year && Years().Matches(words).Any(m => int.Parse(m.Groups[1].ValueSpan) < year) && !words.Contains(year.ToString() + "年", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"去年|上年|截至|截止|过去的?[一二三四五六七八九十\d]|[\d一二三四五六七八九十]年来|同比|五年前|此前|回顾|历年|以来")]
    private static partial Regex Past();

    [GeneratedRegex(@"(?<!\d)((?:19|20)\d\d)年")]
    private static partial Regex Years();

    [GeneratedRegex("今年|本年|新的一年|下一步|接下来|将|计划|预期|力争|拟|争取|确保")]
    private static partial Regex Ahead();

    [GeneratedRegex("^[“‘]?所谓|^即(?!将|时|办|可)|是指|指的是|^也就是")]
    private static partial Regex Definition();

    /// <summary>What somebody says, what has happened, what things are like.</summary>
    [GeneratedRegex(@"(?:表示|介绍说?|告诉记者|坦言|认为|指出|强调|说道?|直言|谈道|称)$|(?<!为|除)了(?!解|然)|已(?!婚)|曾|正在(?![^,]*的)|来最[好高低优]|历史新高|新高$|居全[省市国区]|位居|名列|充分体现|^(?:如何|怎样)|^[在从]?.{1,12}方面$|[?？]$")]
    private static partial Regex IsAside();

    [GeneratedRegex("落|成|用|工|营|行|岗|达标|到位|放|收|付|业|网|水|车|职|学|库|贯通|启动|推开|实施|挂牌")]
    private static partial Regex Completion();

    [GeneratedRegex("^(?:(?:并|均|要|将|力争|确保|都|争取|计划|预计|须|全部|全面|基本|整体|正式|陆续|同步|分批|提前|可|实现|赶在|于|在|前|工程|项目|主体))+$")]
    private static partial Regex BeforeCompletion();

    [GeneratedRegex(@"\G(?:[一二三四五六七八九十]{1,3}是|首先是?|其次是?|最后是?|第[一二三四五六七八九十]|同时|此外|另外|并且?|还|也|又|既|而|一方面|另一方面)+")]
    private static partial Regex Label();

    [GeneratedRegex(@"^(?:一[批支个套条系列]+|了|好|达到?|至|到|的|是|将|把|全市|我市)|等?(?:措施|方式|办法|手段|形式)$|[等共]$|全部$")]
    private static partial Regex Trimmings();

    [GeneratedRegex("(?:力争|再|分别|均|继续|预计|计划|稳定在|保持在?|达到|提高到|控制在|增加到|、里程|、总投资)+$")]
    private static partial Regex BeforeFigure();
}
