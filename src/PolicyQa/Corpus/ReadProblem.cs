namespace PolicyQa.Corpus;

/// <summary>Something in the corpus that could not be used.</summary>
/// <param name="Path">Relative to the corpus folder.</param>
/// <param name="Line">1-based; null where the whole file is at fault.</param>
/// <param name="Message">One plain Chinese sentence that names what is wrong and what to do.</param>
public sealed record ReadProblem(string Path, int? Line, string Message)
{
    public override string ToString() => Line is null ? $"{Path}：{Message}" : $"{Path} 第{Line}行：{Message}";
}
