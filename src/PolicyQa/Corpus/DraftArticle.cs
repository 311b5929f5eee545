namespace PolicyQa.Corpus;

/// <summary>An article of a page before damage is looked for, which needs its neighbours.</summary>
internal sealed record DraftArticle(string Id, ArticleLines Source, CanonicalText Canonical, IReadOnlyList<Section> Sections)
{
    public string Text => Canonical.Text;

    public ArticleKind Kind => Source.Kind;

    public IEnumerable<CanonicalParagraph> Body => Canonical.Paragraphs.Where(p => p.Role == SectionRole.Body);
}
