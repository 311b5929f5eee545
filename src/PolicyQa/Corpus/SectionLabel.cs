namespace PolicyQa.Corpus;

/// <summary>The words that open a section.</summary>
/// <param name="Family">Labels of one family count on from each other.</param>
/// <param name="Number">Place in the enumeration, from 1; 0 where the family does not count.</param>
/// <param name="Text">As written, without the punctuation after it: 七是, 首先, 围绕“政策落地”.</param>
internal sealed record SectionLabel(LabelFamily Family, int Number, string Text)
{
    /// <summary>Strong labels begin a paragraph even where the one before broke off.</summary>
    public bool Strong => Family != LabelFamily.Topic;

    /// <summary>一、 （一） 1.: often a heading of its own, with paragraphs below it.</summary>
    public bool Outline => Family is LabelFamily.Comma or LabelFamily.Bracket or LabelFamily.Digit;
}
