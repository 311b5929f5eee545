using System.Security.Cryptography;
using System.Text;
using PolicyQa.App.Configuration;
using PolicyQa.Indexing;

namespace PolicyQa.App.Llm;

/// <summary>Where a model's vectors and the verdict on them lie: two files of a name made of the model's.</summary>
internal static class VectorFiles
{
    private const int NameLength = 16;

    public static VectorFile Open(EmbeddingSettings settings) => VectorFile.Open(At(settings, ".vec"), settings.Name);

    public static string VerdictPath(EmbeddingSettings settings) => At(settings, ".json");

    /// <summary>Another model goes by the name: its vectors and what was measured with them say nothing.</summary>
    public static void Forget(EmbeddingSettings settings, VectorFile file)
    {
        if (Directory.Exists(settings.Folder)) File.Delete(VerdictPath(settings));
        file.Clear();
    }

    private static string At(EmbeddingSettings settings, string extension) => Path.Combine(settings.Folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(settings.Name)))[..NameLength] + extension);
}
