using System.Reflection;

namespace PolicyQa.Analysis;

/// <summary>Text tables that ship inside the assembly.</summary>
internal static class EmbeddedText
{
    /// <summary>Lines of the embedded file <paramref name="name"/>, comments (#) and blank lines left out.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(
            Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"embedded resource {name} is missing"));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line;
        }
    }
}
