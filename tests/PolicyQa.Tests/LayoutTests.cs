using System.Text.RegularExpressions;

namespace PolicyQa.Tests;

public sealed partial class LayoutTests
{
    /// <summary>The order of the flow: a folder looks only at folders before it.</summary>
    private static readonly string[] Flow = ["Corpus", "Passages", "Analysis", "Comprehension", "Indexing", "Questions", "Retrieval", "Answering", "Commitments", "Evaluation"];

    [Fact]
    public void The_engine_knows_neither_the_web_nor_a_model_vendor()
    {
        var names = typeof(AskRequest).Assembly.GetReferencedAssemblies().Select(a => a.Name!);
        Assert.DoesNotContain(names, n => n.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || n.StartsWith("Microsoft.SemanticKernel", StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_of_the_engine_looks_only_at_folders_above_it()
    {
        var wrong = from file in Directory.EnumerateFiles(EngineFolder(), "*.cs", SearchOption.AllDirectories)
                    let folder = Path.GetFileName(Path.GetDirectoryName(file)!)
                    let own = Array.IndexOf(Flow, folder)
                    where own >= 0 && folder != "Evaluation"
                    from Match use in Using().Matches(File.ReadAllText(file))
                    where Array.IndexOf(Flow, use.Groups[1].Value) > own
                    select $"{folder}/{Path.GetFileName(file)} → {use.Groups[1].Value}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_public_type_of_the_engine_lives_in_the_namespace_of_its_folder()
    {
        var types = typeof(AskRequest).Assembly.GetExportedTypes().Where(t => !t.IsNested);
        Assert.All(types, t => Assert.True(t.Namespace == "PolicyQa" || Flow.Contains(t.Namespace!["PolicyQa.".Length..].Split('.')[0]), t.FullName));
    }

    [Fact]
    public void Only_the_Llm_folder_names_Semantic_Kernel()
    {
        var app = Path.Combine(Path.GetDirectoryName(EngineFolder())!, "PolicyQa.App");
        var naming = Directory.EnumerateFiles(app, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && File.ReadAllText(f).Contains("Microsoft.SemanticKernel", StringComparison.Ordinal))
            .Select(f => Path.GetRelativePath(app, f).Split(Path.DirectorySeparatorChar)[0]);
        Assert.Equal(["Llm"], naming.Distinct());
    }

    private static string EngineFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PolicyQa.sln"))) folder = folder.Parent;
        Assert.SkipWhen(folder is null, "the sources are not beside the tests");
        return Path.Combine(folder!.FullName, "src", "PolicyQa");
    }

    [GeneratedRegex(@"^using PolicyQa\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex Using();
}
