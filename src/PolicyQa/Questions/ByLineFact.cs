namespace PolicyQa.Questions;

/// <summary>Facts that a byline or a reporter line states.</summary>
public enum ByLineFact
{
    None,

    /// <summary>Who heads the department.</summary>
    Head,

    /// <summary>Who wrote the interview.</summary>
    Reporter,

    /// <summary>What post a named person holds.</summary>
    Post,
}
