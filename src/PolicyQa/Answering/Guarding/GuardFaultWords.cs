namespace PolicyQa.Answering.Guarding;

/// <summary>What a fault means, for people.</summary>
internal static class GuardFaultWords
{
    /// <summary>One line of plain Chinese.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="subject">The word or figure it is about; null where there is none.</param>
    public static string Of(GuardFault fault, string? subject)
    {
        var what = subject is null ? "" : $"“{subject}”";
        return fault switch
        {
            GuardFault.MissingCitation => "没有注明出处",
            GuardFault.UnknownCitation => $"注明的出处{what}不存在",
            GuardFault.IdleCitation => $"注明的出处{what}没有说到这件事",
            GuardFault.NothingSaid => "没有说出原文里的内容",
            GuardFault.ForeignDepartment => $"所引原文不是{what}的",
            GuardFault.ForeignPerson => $"所引原文里没有{what}这个人",
            GuardFault.WrongFigure => $"所引原文里没有{what}这个数",
            GuardFault.WrongUnit => $"{what}的单位与原文不符",
            GuardFault.BoundChanged => $"{what}与原文的“以上、至少、约、力争”等限定不符",
            GuardFault.WrongTime => $"{what}与原文的时间不符",
            GuardFault.WrongOwner => $"{what}在原文里说的不是这件事",
            GuardFault.QualifierLost => $"漏掉了原文的限定{what}",
            GuardFault.WrongQuote => $"引号里的{what}不是原文的话",
            GuardFault.Denied => subject is null ? "与原文的意思相反" : $"{what}与原文的肯定或否定不符",
            GuardFault.UnknownWord => $"所引原文里没有{what}",
            GuardFault.Recombined => $"把原文的话拼成了另一个意思{(subject is null ? "" : $"（{subject}）")}",
            _ => "没有通过核对",
        };
    }
}
