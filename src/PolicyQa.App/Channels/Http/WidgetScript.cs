using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace PolicyQa.App.Channels.Http;

/// <summary>/widget.js: the parts in wwwroot/widget as one script that leaves no name on the page it runs in. Immutable.</summary>
internal sealed class WidgetScript
{
    /// <summary>In the order in which each needs the ones before it.</summary>
    private static readonly string[] Parts = ["dom", "server", "memory", "answer", "turn", "element"];

    private readonly byte[] plain;
    private readonly byte[] packed;
    private readonly string tag;

    public WidgetScript(IWebHostEnvironment environment)
    {
        string Read(string name) => File.ReadAllText(Path.Combine(environment.WebRootPath, "widget", name));
        var script = new StringBuilder("(() => {\n\"use strict\";\n");
        script.Append("const css = ").Append(UnescapedJson.Serialize(Read("style.css"))).Append(";\n");
        foreach (var part in Parts) script.Append(Read(part + ".js")).Append('\n');
        plain = Encoding.UTF8.GetBytes(script.Append("})();\n").ToString());
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.SmallestSize)) gzip.Write(plain);
        packed = stream.ToArray();
        tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(plain))[..16]}\"";
    }

    /// <summary>The script, packed for whoever takes gzip; 304 to whoever has it.</summary>
    public IResult For(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.Vary = HeaderNames.AcceptEncoding;
        // Asked for anew on each visit, sent anew only when it has changed: a mended widget is on every page at once.
        headers.CacheControl = "public, no-cache";
        // Pages of other sites include it.
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        var gzip = context.Request.GetTypedHeaders().AcceptEncoding.Any(e => e.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) && e.Quality is not 0);
        if (gzip) headers.ContentEncoding = "gzip";
        return Results.Bytes(gzip ? packed : plain, "text/javascript; charset=utf-8", entityTag: EntityTagHeaderValue.Parse(gzip ? $"W/{tag}" : tag));
    }
}
