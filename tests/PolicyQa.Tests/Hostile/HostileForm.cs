using System.Text;
using PolicyQa.Tests.Admin;

namespace PolicyQa.Tests.Hostile;

/// <summary>What lets an official's forms in: the session's cookies and a form's token.</summary>
internal sealed record Visa(string Cookie, string Token)
{
    public static async Task<Visa> OfAsync(Official official)
    {
        var (_, page) = await official.GetAsync("/admin/keys");
        var token = page.QuerySelector("input[name=token]")!.GetAttribute("value")!;
        return new Visa(string.Join("; ", official.Cookies.Select(c => $"{c.Name}={c.Value}")), token);
    }
}

/// <summary>Forms with a token that is good and fields that are not.</summary>
internal static class HostileForm
{
    private static readonly string[] Fields = ["do", "text", "office", "day", "search", "cite", "wording", "file", "new", "sample", "act", "number", "title", "city", "year", "draft", "status", "evidence", "link", "name", "password", "again", "id", "admin", "base"];
    private static readonly string[] Values = ["answer", "outside", "find", "next", "look", "1", "0", "-1", "999999999", "a.txt", "../a.txt", "edu.txt\0", "2026-11-27", "0000-00-00", "进展正常", "已完成", "https://example.cn/", "javascript:alert(1)", "local.txt", "source.json"];
    private static readonly string[] FileNames = ["a.txt", "../../etc/passwd", "a.exe", "", "source.json", "..", "a\\b.txt", "\u202etxt.a", "aux.txt", "lexicon/a.txt", "坏\u0001.txt"];

    /// <summary>Content type and body.</summary>
    public static (string Type, byte[] Body) Make(Random random, Visa visa, Func<Random, string> name, Func<Random, string> value)
    {
        List<(string Name, string Value)> fields = [("token", visa.Token)];
        for (var n = random.Next(1, 14); n > 0; n--) fields.Add((random.Next(8) == 0 ? name(random) : Fields[random.Next(Fields.Length)], random.Next(2) == 0 ? Values[random.Next(Values.Length)] : value(random)));
        if (random.Next(4) > 0)
        {
            var form = Encoding.UTF8.GetBytes(string.Join('&', fields.Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value)}")));
            if (random.Next(8) == 0) form[random.Next(form.Length / 2, form.Length)] = (byte)random.Next(256);
            return ("application/x-www-form-urlencoded", form);
        }

        var parts = new StringBuilder();
        foreach (var (field, content) in fields) parts.Append($"--x\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{content}\r\n");
        for (var n = random.Next(3); n > 0; n--) parts.Append($"--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{FileNames[random.Next(FileNames.Length)]}\"\r\n\r\n{value(random)}\r\n");
        var body = Encoding.UTF8.GetBytes(parts.Append("--x--\r\n").ToString());
        return ("multipart/form-data; boundary=x", random.Next(10) == 0 ? body[..random.Next(1, body.Length)] : body);
    }
}
