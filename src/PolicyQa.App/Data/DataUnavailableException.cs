namespace PolicyQa.App.Data;

/// <summary>The database cannot be used now. The message says why, in plain Chinese, for officials and the log.</summary>
internal sealed class DataUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
