using System.Text.Json;

namespace PolicyQa.Tests.Analysis.SmartCn;

/// <summary>Reads <c>{"set","text","tokens":[[term,start,end,positionIncrement],…]}</c>, one case a line.</summary>
public static class GoldenCases
{
    public static IEnumerable<(string Set, string Text, List<Token> Tokens)> Read(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var tokens = root.GetProperty("tokens").EnumerateArray()
                .Select(t => new Token(t[0].GetString()!, t[1].GetInt32(), t[2].GetInt32(), t[3].GetInt32()))
                .ToList();
            yield return (root.GetProperty("set").GetString()!, root.GetProperty("text").GetString()!, tokens);
        }
    }
}
