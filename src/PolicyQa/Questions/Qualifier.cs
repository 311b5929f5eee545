namespace PolicyQa.Questions;

/// <summary>A word that narrows what is asked: 二级以上, 外籍, 县域. Evidence without it answers another question.</summary>
/// <param name="Text">As it stands in the text, folded.</param>
/// <param name="Group">Qualifiers of one group rule each other out; 0 and more.</param>
/// <param name="Forms">Folded words of which any bears it out, its own among them.</param>
public sealed record Qualifier(string Text, int Group, IReadOnlyList<string> Forms)
{
    /// <summary>A level (二级以上): a word by itself, however the cutter would cut it.</summary>
    public bool IsLevel { get; init; }

    /// <summary>True where <paramref name="text"/> (folded) bears it out.</summary>
    public bool StandsIn(string text)
    {
        foreach (var form in Forms)
        {
            if (text.Contains(form, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
