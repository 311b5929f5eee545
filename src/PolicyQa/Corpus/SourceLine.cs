namespace PolicyQa.Corpus;

/// <summary>From <paramref name="Start"/> on (canonical offset), the text stood on source line <paramref name="Line"/> (1-based).</summary>
public readonly record struct SourceLine(int Start, int Line);
