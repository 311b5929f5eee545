namespace PolicyQa.Analysis.SmartCn;

/// <summary>
/// Cuts one sentence: builds the lattice of all readings (§4) and finds its cheapest path (§5). Holds the scratch buffers
/// of one tokenizer, so it belongs to one thread at a time.
/// </summary>
internal sealed class Segmenter(SmartCnModel model)
{
    private LatticeNode[] _nodes = new LatticeNode[256];
    private int _count;

    // Index of the first node that starts at or after a position: the successors of whatever ends there.
    private int[] _firstFrom = [];
    private int[] _path = [];
    private int _pathAt;

    /// <summary>All nodes of the last sentence, ordered by start.</summary>
    public ReadOnlySpan<LatticeNode> Nodes => _nodes.AsSpan(0, _count);

    /// <summary>Forgets the last sentence.</summary>
    public void Clear()
    {
        _count = 0;
        _pathAt = _path.Length;
    }

    /// <summary>Index in <see cref="Nodes"/> of the first node that starts at <paramref name="position"/> or after it.</summary>
    public int FirstFrom(int position) => _firstFrom[position];

    /// <summary>Indexes into <see cref="Nodes"/> of the cheapest path, without BEGIN and END.</summary>
    public ReadOnlySpan<int> Path => _path.AsSpan(_pathAt);

    /// <summary>Makes <see cref="Nodes"/> and <see cref="Path"/> those of <paramref name="sentence"/>, with the words of a lexicon where there is one.</summary>
    public void Segment(ReadOnlySpan<char> sentence, UserWords? userWords)
    {
        if (_firstFrom.Length <= sentence.Length)
        {
            _firstFrom = new int[sentence.Length + 128];
            _path = new int[sentence.Length + 128];
        }

        BuildLattice(sentence, userWords);
        FindCheapestPath();

        _pathAt = _path.Length;
        for (var node = _nodes[_count - 1].Previous; node > 0; node = _nodes[node].Previous)
        {
            _path[--_pathAt] = node;
        }
    }

    private void BuildLattice(ReadOnlySpan<char> sentence, UserWords? userWords)
    {
        _count = 0;
        Add(-1, 0, model.Begin, model.LeaveCost(model.Begin), NodeKind.Marker);
        _nodes[0].Cost = 0;
        for (var i = 0; i < sentence.Length;)
        {
            _firstFrom[i] = _count;
            var type = CharTable.TypeOf(sentence[i]);
            if (type == CharType.Space)
            {
                i++;
                continue;
            }

            userWords?.AddEdges(sentence, i, this);
            switch (type)
            {
                case CharType.Han:
                    AddHan(sentence, i++);
                    break;
                case CharType.Letter or CharType.FullwidthLetter:
                    i = AddRun(sentence, i, model.Letters, CharType.Letter, CharType.FullwidthLetter);
                    break;
                case CharType.Digit or CharType.FullwidthDigit:
                    i = AddRun(sentence, i, model.Digits, CharType.Digit, CharType.FullwidthDigit);
                    break;
                case CharType.Delimiter:
                    var symbol = model.DelimiterSymbol(sentence[i]);
                    Add(i, i + 1, symbol, SmartCnModel.DelimiterLeaveCost, NodeKind.Delimiter);
                    i++;
                    break;
                case CharType.Surrogate:
                    var end = i + 1 < sentence.Length && char.IsSurrogatePair(sentence[i], sentence[i + 1]) ? i + 2 : i + 1;
                    Add(i, end, SmartCnModel.NoSymbol, SmartCnModel.UnknownLeaveCost, NodeKind.Raw);
                    i = end;
                    break;
                default:
                    Add(i, i + 1, model.Letters, model.LeaveCost(model.Letters), NodeKind.Run);
                    i++;
                    break;
            }
        }

        _firstFrom[sentence.Length] = _count;
        Add(sentence.Length, sentence.Length + 1, model.End, 0, NodeKind.Marker);
        Reserve();
        _nodes[_count].Start = -1; // so that END, too, is followed by a node of another start
    }

    private int AddRun(ReadOnlySpan<char> sentence, int start, int symbol, CharType half, CharType full)
    {
        var end = start + 1;
        while (end < sentence.Length && CharTable.TypeOf(sentence[end]) is var type && (type == half || type == full))
        {
            end++;
        }

        Add(start, end, symbol, model.LeaveCost(symbol), NodeKind.Run);
        return end;
    }

    private void AddHan(ReadOnlySpan<char> sentence, int start)
    {
        var level = model.Words.First;
        var node = sentence[start] - CharTable.FirstHan;
        var symbol = level.SymbolOf(node);
        var leaveCost = symbol == SmartCnModel.NoSymbol ? SmartCnModel.UnknownLeaveCost : model.LeaveCost(symbol);
        Add(start, start + 1, symbol, leaveCost, NodeKind.Character);

        // "at each step skip any SPACE run, then the next char must be HAN and must continue a dictionary prefix"
        for (var i = start + 1; i < sentence.Length; i++)
        {
            var c = sentence[i];
            if (c is < CharTable.FirstHan or > CharTable.LastHan)
            {
                if (CharTable.TypeOf(c) == CharType.Space)
                {
                    continue;
                }

                return;
            }

            node = level.Child(node, c);
            if (node < 0)
            {
                return;
            }

            level = level.Below!;
            symbol = level.SymbolOf(node);
            if (symbol != SmartCnModel.NoSymbol)
            {
                Add(start, i + 1, symbol, model.LeaveCost(symbol), NodeKind.Word);
            }
        }
    }

    /// <summary>Adds a node that starts at the place where the lattice is being built.</summary>
    public void Add(int start, int end, int symbol, double leaveCost, NodeKind kind)
    {
        Reserve();
        ref var node = ref _nodes[_count++];
        node.Cost = double.PositiveInfinity;
        node.LeaveCost = leaveCost;
        node.Symbol = symbol;
        node.Start = start;
        node.End = end;
        node.Kind = kind;
    }

    private void Reserve()
    {
        if (_count == _nodes.Length)
        {
            Array.Resize(ref _nodes, 2 * _nodes.Length);
        }
    }

    // Nodes are visited in their order, so each one's cost is final when its turn comes, and of two equally cheap
    // predecessors the one with the smaller index stays ("replace only when strictly smaller"). Bigrams need no look at
    // where even the cheapest one would not be strictly smaller.
    private void FindCheapestPath()
    {
        var nodes = _nodes;
        var bigrams = model.Bigrams;
        for (var left = 0; left < _count - 1; left++)
        {
            ref readonly var from = ref nodes[left];
            var symbol = from.Symbol;
            var costWithout = from.Cost + from.LeaveCost;
            var least = symbol >= 0 ? from.Cost + bigrams.CheapestFrom(symbol) : double.PositiveInfinity;
            var right = _firstFrom[from.End];
            var start = nodes[right].Start;
            do
            {
                ref var to = ref nodes[right];
                var cost = least < to.Cost && to.Symbol >= 0 && bigrams.TryGetCost(symbol, to.Symbol, out var edge) ? from.Cost + edge : costWithout;
                if (cost < to.Cost)
                {
                    to.Cost = cost;
                    to.Previous = left;
                }

                right++;
            }
            while (nodes[right].Start == start);
        }
    }
}
