namespace PolicyQa.App.Channels.Cli;

/// <summary>The files of one evaluation, checked before any work is done.</summary>
/// <param name="Questions">Must exist.</param>
/// <param name="Passages">Null = the configured corpus.</param>
/// <param name="Results">Null = no results file.</param>
internal sealed record EvaluationFiles(string Questions, string? Passages, string? Results)
{
    public static EvaluationFiles Check(string? questions, string? passages, string? results)
    {
        if (string.IsNullOrEmpty(questions)) throw new UserErrorException("缺少选项 --questions；加 --help 查看用法");
        Exists("--questions", questions);
        if (passages is not null) Exists("--passages", passages);
        if (results is null) return new EvaluationFiles(questions, passages, null);
        if (Directory.Exists(results)) throw new UserErrorException($"选项 --out：{results} 是文件夹");
        var folder = Path.GetDirectoryName(Path.GetFullPath(results));
        if (!Directory.Exists(folder)) throw new UserErrorException($"选项 --out：文件夹 {folder} 不存在");
        if (Same(results, questions) || Same(results, passages)) throw new UserErrorException($"选项 --out：{results} 是读入的文件，不能覆盖");
        return new EvaluationFiles(questions, passages, results);
    }

    private static void Exists(string option, string path)
    {
        if (Directory.Exists(path)) throw new UserErrorException($"选项 {option}：{path} 是文件夹，不是文件");
        if (!File.Exists(path)) throw new UserErrorException($"选项 {option}：文件 {path} 不存在");
    }

    private static bool Same(string a, string? b) => b is not null && Path.GetFullPath(a) == Path.GetFullPath(b);
}
