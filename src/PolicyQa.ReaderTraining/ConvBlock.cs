using TorchSharp.Modules;
using static TorchSharp.torch;

namespace PolicyQa.ReaderTraining;

/// <summary>Layer norm, a depthwise convolution over 7 characters, a pointwise one, ReLU, and what came in added.</summary>
internal sealed class ConvBlock : nn.Module
{
    public const int Kernel = 7;

    private readonly LayerNorm _norm;
    private readonly Parameter _taps;
    private readonly Linear _mix;
    private readonly int _dilation;

    public ConvBlock(int width, int dilation) : base("block")
    {
        _dilation = dilation;
        _norm = nn.LayerNorm(width);
        _taps = nn.Parameter(randn(Kernel, width) * (1 / Math.Sqrt(Kernel)));
        _mix = nn.Linear(width, width);
        RegisterComponents();
    }

    public Tensor forward(Tensor x, Tensor mask, double dropout, bool training)
    {
        var reach = Kernel / 2 * _dilation;
        var length = x.shape[1];
        var h = nn.functional.pad(_norm.forward(x) * mask.unsqueeze(2), [0, 0, reach, reach]);
        Tensor? sum = null;
        for (var k = 0; k < Kernel; k++)
        {
            var tap = h.narrow(1, k * _dilation, length) * _taps[k];
            sum = sum is null ? tap : sum + tap;
        }

        var y = _mix.forward(sum!).relu();
        return (x + nn.functional.dropout(y, dropout, training)) * mask.unsqueeze(2);
    }
}
