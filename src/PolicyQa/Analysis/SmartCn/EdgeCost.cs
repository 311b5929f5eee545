using System.Runtime.CompilerServices;

namespace PolicyQa.Analysis.SmartCn;

/// <summary>The cost of an edge of the word lattice (§5).</summary>
internal static class EdgeCost
{
    /// <summary>Frequency of every delimiter, and what all frequencies are measured against.</summary>
    public const int Max = 2_159_997;

    /// <summary>−ln(x), evaluated in the order that §5 gives: the last bit decides between paths of equal cost.</summary>
    /// <param name="frequency">Of the left node. The right node's frequency plays no part.</param>
    /// <param name="bigrams">Count of (left, right); may exceed the frequency, which makes the cost negative.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(int frequency, int bigrams)
    {
        const double Tiny = 1.0 / Max;
        var f1 = 1.0 + frequency;
        var x = (0.1 * f1 / Max) + ((1.0 - 0.1) * (((1.0 - Tiny) * bigrams / f1) + Tiny));
        return -Math.Log(x);
    }
}
