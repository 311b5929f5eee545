namespace PolicyQa.App.Training;

/// <summary>One question put to one pool of articles, and what came of it.</summary>
/// <param name="Origin">How it was made: asked, few, one, absent, without, cut, swapped.</param>
/// <param name="Group">The question's article: examples of one group are never split between training and validation.</param>
/// <param name="Answerable">The pool holds the answer.</param>
/// <param name="Right">The answer given is right.</param>
/// <param name="Seen">The gate's features.</param>
internal sealed record GateExample(string Origin, string Group, bool Answerable, bool Right, IReadOnlyList<double> Seen);
