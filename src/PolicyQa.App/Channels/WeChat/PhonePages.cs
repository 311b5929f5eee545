namespace PolicyQa.App.Channels.WeChat;

/// <summary>An answer cut up for a phone.</summary>
/// <param name="Pages">The first goes out, the others follow on 续. Each at most <see cref="PhoneText.MaxBytes"/>.</param>
/// <param name="Choices">What a number stands for, 1 first.</param>
internal sealed record PhonePages(IReadOnlyList<string> Pages, IReadOnlyList<string> Choices);
