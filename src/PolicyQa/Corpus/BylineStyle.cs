namespace PolicyQa.Corpus;

/// <summary>The forms in which a page introduces the person interviewed, most certain first.</summary>
internal enum BylineStyle
{
    /// <summary>——访市教育局局长王文梅.</summary>
    Dash,

    /// <summary>专访市教育局局长王文梅.</summary>
    Verb,

    /// <summary>市教育局局长王文梅：, as a kicker above the headline.</summary>
    Colon,

    /// <summary>市教育局局长王文梅: only where its surroundings say so.</summary>
    Bare,

    /// <summary>市教育局局长王文梅：办好家门口的学校, kicker and headline in one.</summary>
    Headline,
}
