using System.Text;

namespace PolicyQa.App.Llm;

/// <summary>What a model is told. Immutable.</summary>
/// <param name="Temperature">0 (always the same) to 2.</param>
/// <param name="MaxTokens">How much the model may write.</param>
/// <param name="System">The rules.</param>
/// <param name="User">The request, with {{names}} for what is filled in.</param>
internal sealed record Prompt(double Temperature, int MaxTokens, string System, string User)
{
    /// <summary>
    /// The request with its data. Data is filled in once and never read for {{names}} again; its angle brackets become full-width,
    /// so that no text can close the tags that part it from the rules.
    /// </summary>
    public string Fill(IReadOnlyDictionary<string, string> data)
    {
        var filled = new StringBuilder(User.Length);
        var at = 0;
        while (User.IndexOf("{{", at, StringComparison.Ordinal) is >= 0 and var open)
        {
            var close = User.IndexOf("}}", open, StringComparison.Ordinal);
            filled.Append(User, at, open - at).Append(Harmless(data[User[(open + 2)..close].Trim()]));
            at = close + 2;
        }

        return filled.Append(User, at, User.Length - at).ToString();
    }

    /// <summary>Line ends of data stay; other control characters do not.</summary>
    public static string Harmless(string data) => string.Concat(data.Select(c => c switch { '<' => '＜', '>' => '＞', '\n' => '\n', _ when char.IsControl(c) => ' ', _ => c }));
}
