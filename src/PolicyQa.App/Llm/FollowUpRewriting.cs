using System.Text;
using PolicyQa.Analysis;
using PolicyQa.App.Channels;
using PolicyQa.App.Configuration;

namespace PolicyQa.App.Llm;

/// <summary>Makes a follow-up whole by the model. What it writes is a question only where every word of it was said in the conversation; else the question stays as asked.</summary>
internal sealed class FollowUpRewriting(ChatModel model, PromptLibrary prompts, ModelAccess access, LlmSettings settings, TimeProvider time, ILogger<FollowUpRewriting> logger)
{
    /// <summary>The visitor waits for this one.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private const string Small = "的在有是了吗呢么和与及要会将多少几什么时候哪些个谁里";

    /// <summary>The question made whole; null where it stays as asked.</summary>
    public async Task<string?> RewriteAsync(string question, IReadOnlyList<string> history, CancellationToken cancellationToken)
    {
        if (history.Count == 0) return null;
        var prompt = prompts[PromptKind.FollowUp];
        var request = prompt.Fill(new Dictionary<string, string>(StringComparer.Ordinal) { ["前文"] = string.Join('\n', history), ["追问"] = question });
        var (lease, _) = access.Enter(Tokens.Estimate(prompt.System) + Tokens.Estimate(request) + prompt.MaxTokens);
        if (lease is null) return null;
        using var place = lease;
        using var patience = new CancellationTokenSource(settings.Timeout < Patience ? settings.Timeout : Patience, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            var written = new StringBuilder();
            await foreach (var piece in model.StreamAsync(prompt, request, stop.Token)) written.Append(piece);
            lease.Report(true);
            var whole = written.ToString().Trim();
            return QuestionRule.FaultOf(whole) is null && WasSaid(whole, string.Join('\n', history.Append(question))) ? whole : null;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            lease.Report(false);
            Log.ModelFailed(logger, settings.Endpoint.Host, e.Message.ReplaceLineEndings(" "));
            return null;
        }
    }

    /// <summary>Two characters and more at a time stand in the conversation; small words and punctuation may be added.</summary>
    internal static bool WasSaid(string whole, string conversation)
    {
        var (text, said) = (CharacterFolding.Fold(whole), CharacterFolding.Fold(conversation));
        for (var i = 0; i < text.Length;)
        {
            var length = 0;
            while (i + length < text.Length && said.AsSpan().IndexOf(text.AsSpan(i, length + 1)) >= 0) length++;
            if (length < 2 && !(Small.Contains(text[i]) || !char.IsLetterOrDigit(text[i]))) return false;
            i += Math.Max(1, length);
        }

        return true;
    }
}
