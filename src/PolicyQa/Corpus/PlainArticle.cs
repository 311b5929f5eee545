using System.Security.Cryptography;
using System.Text;

namespace PolicyQa.Corpus;

/// <summary>Text from elsewhere than a page: one article whose canonical text is the text itself.</summary>
public static class PlainArticle
{
    public static Article From(string id, string? title, string text) => new()
    {
        Id = id,
        Kind = ArticleKind.Plain,
        Title = title ?? "",
        Text = text,
        Sections = [new Section(null, SectionRole.Lead, 0, text.Length)],
        SourcePath = id,
        SourceHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
    };
}
