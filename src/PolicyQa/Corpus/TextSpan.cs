namespace PolicyQa.Corpus;

/// <summary>A half-open range [<paramref name="Start"/>, <paramref name="End"/>) of UTF-16 code units in an article's canonical text.</summary>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Number of UTF-16 code units; zero for an empty span.</summary>
    public int Length => End - Start;

    /// <summary>True where the two spans share at least one code unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>True where <paramref name="other"/> lies wholly inside this span.</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>True where the code unit at <paramref name="offset"/> lies inside this span.</summary>
    public bool Contains(int offset) => Start <= offset && offset < End;

    /// <summary>The spanned part of <paramref name="text"/>.</summary>
    public string Of(string text) => text[Start..End];
}
