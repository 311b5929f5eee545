using System.Runtime.CompilerServices;

namespace PolicyQa.Analysis.SmartCn;

/// <summary>Reads one column of varints (§8): 7 bits per byte, low first, high bit = more.</summary>
internal ref struct VarintReader(ReadOnlySpan<byte> column)
{
    private readonly ReadOnlySpan<byte> _bytes = column;
    private int _at;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Next()
    {
        int value = _bytes[_at++];
        return value < 0x80 ? value : Rest(value & 0x7F);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Rest(int value)
    {
        for (var shift = 7; ; shift += 7)
        {
            int next = _bytes[_at++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
