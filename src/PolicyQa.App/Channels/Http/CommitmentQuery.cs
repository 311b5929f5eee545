using System.Globalization;
using PolicyQa.Commitments;

namespace PolicyQa.App.Channels.Http;

/// <summary>What an address asks of the ledger: the same names for the page and for programs.</summary>
internal sealed class CommitmentQuery
{
    private const int LongestWord = 200;

    private static readonly Dictionary<string, LedgerOrder> Orders = new(StringComparer.Ordinal)
    {
        ["department"] = LedgerOrder.Department,
        ["deadline"] = LedgerOrder.Deadline,
        ["quantity"] = LedgerOrder.Quantity,
        ["kind"] = LedgerOrder.Kind,
    };

    private CommitmentQuery(IQueryCollection query) =>
        Values = Names.Select(n => (Name: n, Value: query[n].ToString().Trim())).Where(v => v.Value.Length > 0).ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);

    /// <summary>The query parameters there are, in the order in which addresses have them.</summary>
    public static IReadOnlyList<string> Names { get; } = ["department", "kind", "deadline", "from", "to", "status", "q", "sort"];

    /// <summary>Those given, trimmed.</summary>
    public IReadOnlyDictionary<string, string> Values { get; }

    /// <summary>What is wrong, in Chinese; null where nothing is.</summary>
    public string? Fault { get; private set; }

    public LedgerFilter Filter { get; private set; } = new();

    /// <summary>What officials say, as this request sees it from beginning to end.</summary>
    public LedgerStatuses Statuses { get; private set; } = LedgerStatuses.None;

    /// <summary>The query could fit no row: a department or status that none has.</summary>
    public bool FitsNothing { get; private set; }

    public static CommitmentQuery Of(HttpRequest request, QaEngine engine)
    {
        var query = new CommitmentQuery(request.Query);
        query.Read(engine);
        return query;
    }

    public IReadOnlyList<Commitment> Rows(QaEngine engine) => FitsNothing ? [] : engine.Ledger.Select(Filter, Statuses);

    /// <summary>?department=…, with some values changed; null takes one out.</summary>
    public string Address(params (string Name, string? Value)[] changed)
    {
        var values = new Dictionary<string, string>(Values, StringComparer.Ordinal);
        foreach (var (name, value) in changed)
        {
            if (value is null) values.Remove(name);
            else values[name] = value;
        }

        return QueryString.Create(values.OrderBy(v => Place(v.Key)).Select(v => KeyValuePair.Create(v.Key, (string?)v.Value))).ToUriComponent();
    }

    private static int Place(string name)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            if (Names[i] == name) return i;
        }

        return Names.Count;
    }

    private void Read(QaEngine engine)
    {
        var text = Values.GetValueOrDefault("q");
        var sort = Values.GetValueOrDefault("sort");
        LedgerOrder order = default;
        if (text?.Length > LongestWord) Fault = $"“q”太长：最多 {LongestWord} 个字";
        else if (sort is not null && !Orders.TryGetValue(sort.TrimStart('-'), out order)) Fault = $"“sort”应是 {string.Join("、", Orders.Keys)} 之一，前面可加“-”倒序";
        else if (Values.TryGetValue("kind", out var k) && !Enum.GetNames<CommitmentKind>().Any(n => n.Equals(k, StringComparison.OrdinalIgnoreCase))) Fault = "“kind”应是 measurable、deadline、measure 之一";
        else if (!IsDay("from", out _) || !IsDay("to", out _)) Fault = "“from”和“to”应是 2024-09-01 这样的日期";
        if (Fault is not null) return;

        var department = Values.GetValueOrDefault("department");
        var name = department is null ? null : engine.FindDepartment(department);
        var status = Values.TryGetValue("status", out var word) ? StatusWords.Parse(word) : null;
        FitsNothing = (department is not null && name is null) || (word is not null && status is null);
        Statuses = engine.Statuses();
        _ = IsDay("from", out var from);
        _ = IsDay("to", out var to);
        Filter = new LedgerFilter
        {
            Department = name,
            Kind = Values.TryGetValue("kind", out var kind) ? Enum.Parse<CommitmentKind>(kind, ignoreCase: true) : null,
            Text = text,
            Status = status,
            Deadline = Values.GetValueOrDefault("deadline"),
            From = from,
            To = to,
            Order = order,
            Descending = sort?.StartsWith('-') == true,
        };
    }

    private bool IsDay(string name, out DateOnly? day)
    {
        day = null;
        if (!Values.TryGetValue(name, out var value)) return true;
        if (!DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed)) return false;
        day = parsed;
        return true;
    }
}
