namespace PolicyQa.Questions;

/// <summary>A department of the corpus.</summary>
/// <param name="Name">As the bylines say it: 市教育局.</param>
/// <param name="Names">Every folded name it goes by, longest first.</param>
/// <param name="Articles">Ids of its articles.</param>
public sealed record Department(string Name, IReadOnlyList<string> Names, IReadOnlyList<string> Articles);
