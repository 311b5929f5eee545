namespace PolicyQa.App.Review;

/// <summary>The groups of the queue by what they ask, newest last; bounded.</summary>
internal sealed class GroupIndex
{
    /// <summary>So many of the newest groups are looked through for a wording alike.</summary>
    public const int Compared = 2000;

    private readonly List<(int Group, Likeness Likeness)> groups = [];
    private readonly Dictionary<string, int> bySignature = new(StringComparer.Ordinal);

    public void Add(int group, string key, string? signature)
    {
        if (groups.Count >= 2 * Compared) groups.RemoveRange(0, Compared);
        groups.Add((group, new Likeness(key)));
        if (bySignature.Count >= 2 * Compared) bySignature.Clear();
        if (signature is not null) bySignature[signature] = group;
    }

    /// <summary>The group whose questions ask the same, or else are worded most alike; null for none.</summary>
    public int? Find(string key, string? signature)
    {
        if (signature is not null && bySignature.TryGetValue(signature, out var same)) return same;
        var likeness = new Likeness(key);
        var (best, found) = (Likeness.Enough, (int?)null);
        for (var i = groups.Count - 1; i >= 0 && groups.Count - i <= Compared; i--)
        {
            var alike = groups[i].Likeness.To(likeness);
            if (alike < best || (alike == best && found is not null)) continue;
            (best, found) = (alike, groups[i].Group);
        }

        return found;
    }
}
