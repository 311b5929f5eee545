using PolicyQa.Comprehension;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace PolicyQa.ReaderTraining;

/// <summary>
/// The network as it trains; <c>PolicyQa.Comprehension.ReaderNetwork</c> is the same in plain C#. After QANet (Yu et al. 2018)
/// without self-attention: separable convolutions, attention both ways, a score of each start and end, and of no answer.
/// </summary>
internal sealed class ReaderNet : nn.Module
{
    private readonly Embedding _characters;
    private readonly Tensor _bigrams;
    private readonly Linear _input;
    private readonly ModuleList<ConvBlock> _encoder;
    private readonly ModuleList<ConvBlock> _first;
    private readonly ModuleList<ConvBlock> _second;
    private readonly Parameter _wq, _wp, _wqp, _pool;
    private readonly Linear _fuse, _start, _end, _null1, _null2, _startBias, _endBias;
    private readonly LayerNorm _last;
    private readonly double _dropout;

    public ReaderNet(ReaderVocabulary vocabulary, Tensor bigramVectors, ReaderShape shape, double dropout) : base("reader")
    {
        _dropout = dropout;
        var d = shape.Width;
        _characters = nn.Embedding(vocabulary.Characters.Length + 1, shape.CharacterSize);
        nn.init.normal_(_characters.weight!, 0, 0.3);
        _bigrams = bigramVectors;
        _input = nn.Linear(shape.CharacterSize + 2 * bigramVectors.shape[1] + ReaderFeatures.Count, d);
        _encoder = Blocks(d, shape.Encoder);
        _first = Blocks(d, shape.First);
        _second = Blocks(d, shape.Second);
        _wq = nn.Parameter(randn(d) * 0.1);
        _wp = nn.Parameter(randn(d) * 0.1);
        _wqp = nn.Parameter(ones(d) / Math.Sqrt(d));
        _pool = nn.Parameter(randn(d) * 0.1);
        _fuse = nn.Linear(4 * d, d);
        _last = nn.LayerNorm(d);
        _start = nn.Linear(d, d);
        _end = nn.Linear(d, d);
        _startBias = nn.Linear(d, 1);
        _endBias = nn.Linear(d, 1);
        _null1 = nn.Linear(3 * d, 32);
        _null2 = nn.Linear(32, 2);
        RegisterComponents();
    }

    /// <summary>Vectors of bigrams; they do not learn.</summary>
    public Tensor Bigrams => _bigrams;

    /// <summary>Scores of starts and ends, B × (1 + L); the first column says that there is no answer.</summary>
    public (Tensor Start, Tensor End) Score(Batch batch)
    {
        var q = Encode(batch.QuestionCharacters, batch.QuestionBigrams, batch.QuestionFeatures, batch.QuestionMask);
        var p = Encode(batch.PassageCharacters, batch.PassageBigrams, batch.PassageFeatures, batch.PassageMask);
        var (qm, pm) = (batch.QuestionMask, batch.PassageMask);

        // Trilinear attention (Seo et al. 2017), both ways as in QANet.
        var s = p.matmul(_wp).unsqueeze(2) + q.matmul(_wq).unsqueeze(1) + (p * _wqp).bmm(q.transpose(1, 2));
        var a = (s + (1 - qm).unsqueeze(1) * -1e4).softmax(2);
        var b = (s + (1 - pm).unsqueeze(2) * -1e4).softmax(1);
        var toQuestion = a.bmm(q);
        var toPassage = a.bmm(b.transpose(1, 2).bmm(p));
        var m = _fuse.forward(Drop(cat([p, toQuestion, p * toQuestion, p * toPassage], 2)));
        m = m * pm.unsqueeze(2);
        foreach (var block in _first) m = block.forward(m, pm, _dropout, training);
        foreach (var block in _second) m = block.forward(m, pm, _dropout, training);
        var m2 = _last.forward(m);

        var weights = (q.matmul(_pool) + (1 - qm) * -1e4).softmax(1);
        var u = (q * weights.unsqueeze(2)).sum(1);
        var start = (m2.bmm(_start.forward(u).unsqueeze(2)).squeeze(2) + _startBias.forward(m2).squeeze(2));
        var end = (m2.bmm(_end.forward(u).unsqueeze(2)).squeeze(2) + _endBias.forward(m2).squeeze(2));
        var hidden = pm.unsqueeze(2);
        var most = (m2 + (1 - hidden) * -1e4).amax([1]);
        var none = _null2.forward(_null1.forward(cat([u, most, u * most], 1)).relu());
        var mask = (1 - pm) * -1e4;
        return (cat([none.narrow(1, 0, 1), start + mask], 1), cat([none.narrow(1, 1, 1), end + mask], 1));
    }

    private Tensor Encode(Tensor characters, Tensor bigrams, Tensor features, Tensor mask)
    {
        var length = characters.shape[1];
        var pairs = _bigrams.index_select(0, bigrams.flatten()).view(bigrams.shape[0], bigrams.shape[1], -1);
        var x = cat([Drop(_characters.forward(characters)), Drop(pairs.narrow(1, 0, length)), Drop(pairs.narrow(1, 1, length)), features], 2);
        var h = _input.forward(x).relu() * mask.unsqueeze(2);
        foreach (var block in _encoder) h = block.forward(h, mask, _dropout, training);
        return h;
    }

    private Tensor Drop(Tensor x) => nn.functional.dropout(x, _dropout, training);

    private static ModuleList<ConvBlock> Blocks(int d, int[] dilations) => nn.ModuleList([.. dilations.Select(x => new ConvBlock(d, x))]);
}
