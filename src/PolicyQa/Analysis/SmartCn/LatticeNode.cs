namespace PolicyQa.Analysis.SmartCn;

/// <summary>One way to read sentence[<see cref="Start"/>..<see cref="End"/>], and the cheapest path that arrives there.</summary>
internal struct LatticeNode
{
    /// <summary>Of the cheapest path from BEGIN up to and including the edge into this node.</summary>
    public double Cost;

    /// <summary>Of any edge out of this node that is no known bigram.</summary>
    public double LeaveCost;

    /// <summary>A symbol of the dictionary; <see cref="SmartCnModel.NoSymbol"/>; or, below that, an entry of <see cref="UserWords"/>.</summary>
    public int Symbol;

    /// <summary>Index of the node before this one on the cheapest path.</summary>
    public int Previous;

    public int Start;
    public int End;
    public NodeKind Kind;
}
