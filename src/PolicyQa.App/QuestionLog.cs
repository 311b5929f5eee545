using PolicyQa.App.Configuration;

namespace PolicyQa.App;

/// <summary>Writes what is asked into the log, where an operator has asked for that (Logging:Questions); nothing of who asked.</summary>
internal sealed class QuestionLog(LiveSettings live, ILogger<QuestionLog> logger)
{
    public void Note(string channel, string question)
    {
        if (live.Current.Telemetry.LogQuestions) Log.Asked(logger, channel, question);
    }
}
