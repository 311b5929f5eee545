using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;

namespace PolicyQa.Tests.Http.Widget;

public sealed partial class WidgetScriptTests
{
    private const int MostGzipped = 30 * 1024;

    [GeneratedRegex(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|https?://(?!www\.w3\.org/)")]
    private static partial Regex Forbidden { get; }

    [Fact]
    public async Task It_is_small_brings_nothing_from_elsewhere_and_builds_no_HTML_of_strings()
    {
        await using var server = await WebServer.StartAsync();
        var plain = await server.Client.GetStringAsync("/widget.js");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/widget.js");
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        using var response = await server.Client.SendAsync(request);
        var packed = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal("gzip", Assert.Single(response.Content.Headers.ContentEncoding));
        Assert.InRange(packed.Length, 1, MostGzipped);
        using var reader = new StreamReader(new GZipStream(new MemoryStream(packed), CompressionMode.Decompress));
        Assert.Equal(plain, await reader.ReadToEndAsync());
        Assert.Empty(Forbidden.Matches(plain));
        Assert.Equal("cross-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Resource-Policy")));
    }

    [Fact]
    public async Task Who_has_it_does_not_get_it_again()
    {
        await using var server = await WebServer.StartAsync();
        using var first = await server.Client.GetAsync("/widget.js");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/widget.js");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await server.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }
}
