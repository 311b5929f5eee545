using System.Text;
using System.Text.RegularExpressions;

namespace PolicyQa.Tests.Hostile;

/// <summary>One request that no well-meaning client sends. The same seed over the same routes makes the same one.</summary>
/// <param name="Method">GET, POST, or one that nobody knows.</param>
/// <param name="Target">Path and query, percent-encoded as far as the attack wants it.</param>
/// <param name="Headers">Name and value.</param>
/// <param name="Body">Null for none.</param>
/// <param name="IsSignedIn">Comes from an official whose browser, or who himself, has gone mad.</param>
internal sealed partial record HostileRequest(string Method, string Target, IReadOnlyList<(string Name, string Value)> Headers, byte[]? Body, bool IsSignedIn)
{
    /// <summary>What the standard allows in an address: whoever sends that is owed an answer in HTTP.</summary>
    public bool IsHttp => Target.All(c => c is > ' ' and < '\u007f');

    public override string ToString() => $"{Method} {Target[..Math.Min(Target.Length, 300)]} {(Body is null ? "" : Encoding.UTF8.GetString(Body.AsSpan(0, Math.Min(Body.Length, 300))))}{(IsSignedIn ? " (signed in)" : "")}";

    private static readonly string[] Words =
    [
        "市教育局", "科技局", "那", "呢", "今年", "去年", "2022年", "多少", "几所", "什么", "哪些", "谁", "怎么", "的", "了", "是", "和", "各部门", "一共", "分别", "引进", "教师", "“未来教育”", "五大提升行动",
        "<script>alert(1)</script>", "' OR 1=1 --", "{{7*7}}", "${jndi:ldap://x}", "../../../../etc/passwd", "%00", "\u0000", "\r\nX-Injected: 1", "😀", "\u202e", "\ufeff", "\u200b", "(((((", "（（（（", "“““““", "一二三四五六七八九十百千万亿", "99999999999999999999", "1e999", "%s%n", "a+)+$",
    ];

    private static readonly string[] Names = ["question", "q", "conversationId", "department", "explain", "messages", "role", "content", "stream", "model", "id", "method", "params", "name", "arguments", "history", "limit", "useful", "jsonrpc", "top", "format", "kind", "sort", "from", "to", "status", "c", "all", "page", "rows", "start", "end", "v", "lines", "include", "echostr", "signature", "timestamp", "nonce", "msg_signature", "encrypt", "__proto__", "returnUrl"];

    private static readonly string[] Values = ["json", "csv", "xlsx", "ics", "true", "false", "null", "0", "-1", "2147483648", "99999999999999999999", "NaN", "tools/call", "tools/list", "initialize", "ask", "user", "system", "2.0", "2024-01-01", "9999-99-99", "quantity", "-deadline", "measurable", "any", "all"];

    private static readonly string[] Types = ["application/json", "application/json; charset=utf-16", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/xml", "text/plain", "", "nonsense", "application/json;;;;", "image/png"];

    private static readonly string[] PathTricks = ["/../", "/..%2f", "/%2e%2e/", "//", "/./", "/%00", "/.git/config", "/appsettings.json", "/%c0%af", "/;/", "/wwwroot/..%5c..%5c", "/~", "/admin/../", "/%u0041", "/é", "/" + "a/b/c/d/e/f/g/h"];

    private static readonly string[] Final = ["/sign-out", "/disable", "/password"];

    /// <summary>Makes one.</summary>
    /// <param name="seed">Which.</param>
    /// <param name="routes">Method and pattern of every route there is.</param>
    /// <param name="ids">Ids of articles, for what lies behind them.</param>
    /// <param name="visa">Of an official who is signed in.</param>
    public static HostileRequest Make(int seed, IReadOnlyList<(string Method, string Pattern)> routes, IReadOnlyList<string> ids, Visa visa)
    {
        var random = new Random(seed);
        var (method, pattern) = routes[random.Next(routes.Count)];
        var path = string.Join('/', pattern.TrimStart('/').Split('/').Select(s => Hole().Replace(s, _ => random.Next(3) == 0 ? ids[random.Next(ids.Count)] : Escape(Text(random), random))));
        var target = "/" + path;
        if (random.Next(12) == 0) target = PathTricks[random.Next(PathTricks.Length)] + target.TrimStart('/');
        if (random.Next(15) == 0) method = Pick(random, "PUT", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "FROBNICATE", "POST", "GET");
        if (random.Next(2) == 0) target += "?" + string.Join('&', Enumerable.Range(0, random.Next(1, 5)).Select(_ => $"{Names[random.Next(Names.Length)]}={Escape(Value(random), random)}"));
        if (target.Length > 7000) target = target[..7000];
        var body = method is "POST" or "PUT" or "PATCH" || random.Next(40) == 0 ? MakeBody(random, pattern) : null;
        var headers = MakeHeaders(random, body);
        // An official who signs out, or locks himself out, would be one no more.
        var signedIn = pattern.StartsWith("/admin", StringComparison.Ordinal) && !Final.Any(pattern.EndsWith) && random.Next(2) == 0;
        if (signedIn)
        {
            headers.RemoveAll(h => h.Name is "Cookie" or "Content-Type" or "Content-Encoding");
            headers.Add(("Cookie", visa.Cookie));
            if (body is not null)
            {
                (var type, body) = HostileForm.Make(random, visa, r => Names[r.Next(Names.Length)], Value);
                headers.Add(("Content-Type", type));
            }
        }

        return new HostileRequest(method, target, headers, body, signedIn);
    }

    private static List<(string Name, string Value)> MakeHeaders(Random random, byte[]? body)
    {
        List<(string Name, string Value)> headers = [];
        if (body is not null) headers.Add(("Content-Type", random.Next(4) == 0 ? Types[random.Next(Types.Length)] : Types[0]));
        if (random.Next(3) == 0) headers.Add(("Accept", Pick(random, "text/html", "text/event-stream", "application/json, text/event-stream", "*/*;q=0.1", "text/event-stream;q=x", ",,,", new string('a', 2000))));
        if (random.Next(6) == 0) headers.Add(("Authorization", Pick(random, "Bearer", "Bearer " + new string('k', 3000), "Basic !!!!", "Bearer 错")));
        if (random.Next(6) == 0) headers.Add(("X-Forwarded-For", Pick(random, "127.0.0.1", "::1", "999.1.1.1", "a, b, c", string.Join(", ", Enumerable.Repeat("10.0.0.1", 300)))));
        if (random.Next(8) == 0) headers.Add(("Origin", Pick(random, "null", "https://evil.example", "http://localhost", "x", new string('o', 1000))));
        if (random.Next(8) == 0) headers.Add(("Cookie", Pick(random, "large=1", "a=" + new string('c', 3000), "=;=;=", string.Join("; ", Enumerable.Range(0, 200).Select(i => $"c{i}=1")))));
        if (random.Next(10) == 0) headers.Add(("If-None-Match", Pick(random, "*", "\"x\"", "W/", "\"" + new string('e', 2000))));
        if (random.Next(10) == 0) headers.Add(("Accept-Encoding", Pick(random, "gzip", "br;q=9", "identity;q=0", "*;q=0")));
        if (random.Next(10) == 0) headers.Add(("Range", Pick(random, "bytes=0-0", "bytes=-1", "bytes=9-1", "bytes=" + string.Join(',', Enumerable.Range(0, 400).Select(i => $"{i}-{i}")))));
        if (random.Next(12) == 0) headers.Add(("Content-Encoding", Pick(random, "gzip", "deflate", "nonsense")));
        if (random.Next(12) == 0) headers.Add(("Mcp-Session-Id", Pick(random, "x", new string('s', 500))));
        if (random.Next(20) == 0) headers.AddRange(Enumerable.Range(0, random.Next(1, 60)).Select(i => ($"X-H{i}", "v")));
        return headers;
    }

    private static byte[] MakeBody(Random random, string pattern)
    {
        var xml = pattern.Contains("callback", StringComparison.Ordinal) && random.Next(2) == 0;
        var text = random.Next(14) switch
        {
            0 => Text(random),
            1 => new string('[', random.Next(1, 60_000)),
            2 => string.Concat(Enumerable.Repeat("{\"a\":", random.Next(1, 10_000))),
            3 => "{\"question\":\"" + new string('长', random.Next(400, 20_000)) + "\"}",
            4 => "{\"messages\":[" + string.Join(',', Enumerable.Repeat("{\"role\":\"user\",\"content\":\"那科技局呢\"}", random.Next(1, 1200))) + "]}",
            5 => "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"ask\",\"arguments\":{\"question\":" + Json(random, 0) + ",\"history\":[" + string.Join(',', Enumerable.Repeat("\"那教育局呢\"", random.Next(0, 3000))) + "]}}}",
            6 => "{\"question\":\"" + Worst(random) + "\",\"explain\":true}",
            _ => Json(random, 0),
        };
        if (xml) text = random.Next(3) == 0 ? Bomb : $"<xml><ToUserName><![CDATA[{Text(random)}]]></ToUserName><MsgType>text</MsgType><Content>{Text(random)}</Content><Encrypt>{Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(random)))}</Encrypt></xml>";
        var bytes = Encoding.UTF8.GetBytes(text);
        if (random.Next(6) == 0 && bytes.Length > 0)
            for (var i = 0; i < 3; i++)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        if (random.Next(10) == 0 && bytes.Length > 1) bytes = bytes[..random.Next(1, bytes.Length)];
        return random.Next(150) == 0 ? new byte[random.Next(60_000, 200_000)] : bytes;
    }

    /// <summary>Ten entities, each ten times the one before: a gigabyte for a parser that believes them.</summary>
    private static string Bomb => "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">" + string.Concat("bcdefghij".Select(c => $"<!ENTITY {c} \"{string.Concat(Enumerable.Repeat($"&{(char)(c - 1)};", 10))}\">")) + "<!ENTITY z SYSTEM \"file:///etc/passwd\">]><xml><Content>&j;&z;</Content></xml>";

    private static string Json(Random random, int depth)
    {
        if (depth > 4 || random.Next(3) == 0) return random.Next(5) == 0 ? Pick(random, "null", "true", "-0", "1e999", "\"\\ud800\"", "\"\\u0000\"", "[]", "{}", "12345678901234567890") : Quoted(Value(random));
        if (random.Next(4) == 0) return "[" + string.Join(',', Enumerable.Range(0, random.Next(5)).Select(_ => Json(random, depth + 1))) + "]";
        return "{" + string.Join(',', Enumerable.Range(0, random.Next(1, 6)).Select(_ => $"\"{Names[random.Next(Names.Length)]}\":{Json(random, depth + 1)}")) + "}";
    }

    private static string Quoted(string text) => "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\0", "").Replace("\r", "").Replace("\n", "") + "\"";

    private static string Value(Random random) => random.Next(3) switch { 0 => Values[random.Next(Values.Length)], 1 => Worst(random), _ => Text(random) };

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Words[random.Next(Words.Length)]));

    /// <summary>What is dear to score, to match or to take apart, at full length.</summary>
    private static string Worst(Random random)
    {
        var piece = random.Next(8) switch
        {
            0 => $"{(char)random.Next(0x4e00, 0x9fa5)}",
            1 => Pick(random, "的", "了是的", "有多少", "各部门分别"),
            2 => Pick(random, "1", "1.", "９", "一", "万亿", "第一二"),
            3 => Pick(random, "（", "“", "《", "，", "、", "？"),
            4 => Pick(random, "市教育局", "科技局和", "那呢", "今年去年", "2024年"),
            5 => Words[random.Next(Words.Length)],
            6 => Pick(random, "a", "ab", "A B "),
            _ => string.Concat(Enumerable.Range(0, 7).Select(_ => (char)random.Next(0x4e00, 0x9fa5))),
        };
        var text = string.Concat(Enumerable.Repeat(piece, (500 / piece.Length) + 1))[..500];
        return random.Next(4) == 0 ? text + "多少" : text;
    }

    private static string Escape(string text, Random random)
    {
        var escaped = Uri.EscapeDataString(text.Length > 600 ? text[..600] : text.Any(char.IsSurrogate) ? text.Normalize() : text);
        // Bytes that are no UTF-8, and escapes that are none.
        return random.Next(10) switch { 0 => escaped + "%ff%fe", 1 => escaped + "%zz", 2 => escaped.Replace("%E", "%e"), _ => escaped };
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();

    private static string Pick(Random random, params string[] from) => from[random.Next(from.Length)];
}
