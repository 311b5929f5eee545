namespace PolicyQa.Tests;

public sealed class LayoutTests
{
    [Fact]
    public void The_engine_knows_neither_the_web_nor_a_model_vendor()
    {
        var names = typeof(AskRequest).Assembly.GetReferencedAssemblies().Select(a => a.Name!);
        Assert.DoesNotContain(names, n => n.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || n.StartsWith("Microsoft.SemanticKernel", StringComparison.Ordinal));
    }
}
