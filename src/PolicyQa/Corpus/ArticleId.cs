using System.Text;

namespace PolicyQa.Corpus;

/// <summary>URL-safe ids that depend on the article alone, so that links survive when other articles change.</summary>
internal static class ArticleId
{
    private const int MaxSlug = 40;

    /// <summary>From the file's name and the article's own head; <paramref name="taken"/> settles the rare clash.</summary>
    public static string For(string path, string? head, ISet<string> taken)
    {
        var slug = Slug(path);
        var id = head is null ? slug : $"{slug}-{Sha256.Of(head)[..6]}";
        if (taken.Add(id)) return id;
        for (var n = 1; ; n++)
        {
            var other = $"{slug}-{Sha256.Of($"{path}\n{head}\n{n}")[..6]}";
            if (taken.Add(other)) return other;
        }
    }

    private static string Slug(string path)
    {
        var slug = new StringBuilder();
        foreach (var c in Path.GetFileNameWithoutExtension(path).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        var text = slug.ToString().Trim('-');
        if (text.Length > MaxSlug) text = text[..MaxSlug].Trim('-');
        return text.Any(char.IsAsciiLetter) ? text : $"p{Sha256.Of(path)[..8]}";
    }
}
