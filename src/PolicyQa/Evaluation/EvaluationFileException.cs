namespace PolicyQa.Evaluation;

/// <summary>A question or passage file that cannot be used. The message is one Chinese line naming file and line.</summary>
public sealed class EvaluationFileException : Exception
{
    public EvaluationFileException(string path, int? line, string fault, Exception? inner = null)
        : base(line is null ? $"{path}：{fault}" : $"{path} 第{line}行：{fault}", inner)
    {
        Path = path;
        Line = line;
    }

    public string Path { get; }

    /// <summary>1-based; null where the whole file is at fault.</summary>
    public int? Line { get; }
}
