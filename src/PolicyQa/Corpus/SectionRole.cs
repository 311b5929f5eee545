namespace PolicyQa.Corpus;

/// <summary>What part of an article a section is.</summary>
public enum SectionRole
{
    Headline,
    Byline,
    Reporter,

    /// <summary>Body text before the first labelled section, or without labels.</summary>
    Lead,
    Body,
}
