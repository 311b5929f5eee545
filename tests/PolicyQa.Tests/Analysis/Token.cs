namespace PolicyQa.Tests.Analysis;

public sealed record Token(string Term, int Start, int End, int PositionIncrement);
