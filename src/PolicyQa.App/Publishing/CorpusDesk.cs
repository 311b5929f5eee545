using PolicyQa.Corpus;

namespace PolicyQa.App.Publishing;

/// <summary>
/// Where officials prepare changes of corpus and lexicon, look at what they would do, publish them and go back. Thread-safe.
/// Broken storage is an exception that <see cref="DiskFault"/> puts into words; then nothing has changed.
/// </summary>
internal sealed class CorpusDesk(Workspace workspace, CorpusHistory history, CorpusWriter writer, CorpusWatch watch, EngineHost engines)
{
    private const string Moved = "语料在您查看之后又有改动。下面已经按最新的语料重新核对，请再看一遍，然后发布。";

    private volatile LastLook? last;

    /// <summary>The files of the corpus as they are.</summary>
    public IReadOnlyList<SourceFile> Files(CancellationToken cancellationToken) => workspace.Files(cancellationToken);

    /// <summary>Earlier corpora, newest first.</summary>
    public IReadOnlyList<CorpusState> States() => history.States();

    /// <summary>What was prepared and not published, newest first.</summary>
    public IReadOnlyList<CorpusDraft> Drafts() => history.Drafts();

    /// <summary>Prepares changes; a null content removes the file.</summary>
    public CorpusDraft Prepare(string by, string title, IEnumerable<(string Path, byte[]? Content)> files) =>
        history.AddDraft(by, title, null, [.. files.Select(f => f.Content is null ? new CorpusChange(f.Path, null, 0) : new CorpusChange(f.Path, history.Keep(f.Content), f.Content.Length))]);

    /// <summary>Adds changes to what was prepared; those of the same files are replaced. Null where the draft is gone.</summary>
    public CorpusDraft? Extend(string id, string by, IEnumerable<(string Path, byte[]? Content)> files)
    {
        if (history.FindDraft(id) is not { Restores: null } draft) return null;
        var added = files.Select(f => f.Content is null ? new CorpusChange(f.Path, null, 0) : new CorpusChange(f.Path, history.Keep(f.Content), f.Content.Length)).ToList();
        var extended = history.AddDraft(by, draft.Title, null, [.. draft.Changes.Where(c => added.TrueForAll(a => a.Path != c.Path)), .. added]);
        if (extended.Id != id) history.RemoveDraft(id);
        return extended;
    }

    /// <summary>Prepares going back to an earlier corpus; null where it is not kept any more.</summary>
    public CorpusDraft? PrepareRestore(string by, int number) =>
        history.States().FirstOrDefault(s => s.Number == number) is { } state ? history.AddDraft(by, $"恢复到第 {number} 版：{state.Title}", number, []) : null;

    public void Discard(string id) => history.RemoveDraft(id);

    /// <summary>What a draft would do now; null where it is gone.</summary>
    public DraftView? Look(string id, CancellationToken cancellationToken)
    {
        if (history.FindDraft(id) is not { } draft) return null;
        var before = workspace.Files(cancellationToken);
        var fingerprint = Fingerprint(before);
        var served = engines.Current?.Engine;
        // Somebody who leafs through a preview asks for the same one again and again.
        if (last is { } known && known.Key == $"{id} {fingerprint}" && known.Served == served) return known.View;
        var view = View(draft, before, fingerprint, served, cancellationToken);
        last = new LastLook($"{id} {fingerprint}", served, view);
        return view;
    }

    /// <summary>Publishes a draft, provided that the corpus is still the one it was looked at against.</summary>
    /// <param name="id">The draft.</param>
    /// <param name="seen">The <see cref="DraftView.Base"/> that somebody looked at.</param>
    /// <param name="by">Who publishes.</param>
    /// <param name="cancellationToken">Ends the waiting for another publication, not this one.</param>
    public async Task<PublishOutcome> PublishAsync(string id, string seen, string by, CancellationToken cancellationToken)
    {
        PublishOutcome? outcome = null;
        var notServed = await watch.ChangeAsync(
            () =>
            {
                using var alone = history.Lock();
                outcome = Publish(id, seen, by);
            },
            cancellationToken);
        return outcome!.State is null ? outcome : outcome with { NotServed = notServed };
    }

    private PublishOutcome Publish(string id, string seen, string by)
    {
        if (Look(id, CancellationToken.None) is not { } view) return new PublishOutcome(null, "这份待发布的改动已经发布或取消了。");
        if (view.Obstacle is { } obstacle) return new PublishOutcome(null, obstacle);
        if (view.Base != seen) return new PublishOutcome(null, Moved);
        // What is replaced is kept first, whoever had put it there.
        history.Record(view.Before);
        var files = view.After.Select(f => new StateFile(f.Path, f.Hash, f.Bytes.Length));
        var target = history.Next(by, view.Draft.Title, view.Draft.Restores is null ? StateOrigin.Page : StateOrigin.Rollback, files);
        writer.Apply(new Publication(target, view.Changes));
        history.RemoveDraft(id);
        return new PublishOutcome(target);
    }

    private DraftView View(CorpusDraft draft, IReadOnlyList<SourceFile> before, string fingerprint, QaEngine? served, CancellationToken cancellationToken)
    {
        var current = before.ToDictionary(f => f.Path, StringComparer.Ordinal);
        var changes = (draft.Restores is { } number ? Restoring(number, current) : draft.Changes)
            .Where(c => c.Hash is null ? current.ContainsKey(c.Path) : current.GetValueOrDefault(c.Path)?.Hash != c.Hash).ToArray();
        foreach (var change in changes)
        {
            if (change.Hash is null) current.Remove(change.Path);
            else current[change.Path] = new SourceFile(change.Path, history.Content(change.Hash));
        }

        SourceFile[] after = [.. current.Values.OrderBy(f => f.Path, StringComparer.Ordinal)];
        var preview = CorpusPreview.Of(after, served, cancellationToken);
        return new DraftView(draft, changes, fingerprint, before, after, preview, Obstacle(draft, changes, after, preview));
    }

    private IReadOnlyList<CorpusChange> Restoring(int number, Dictionary<string, SourceFile> current)
    {
        var state = history.States().FirstOrDefault(s => s.Number == number) ?? throw new IOException($"第 {number} 版已经不在历史里了");
        var kept = state.Files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        return [.. state.Files.Select(f => new CorpusChange(f.Path, f.Hash, f.Bytes)), .. current.Keys.Where(p => !kept.Contains(p)).Select(p => new CorpusChange(p, null, 0))];
    }

    private static string? Obstacle(CorpusDraft draft, CorpusChange[] changes, SourceFile[] after, CorpusPreview preview)
    {
        if (changes.Length == 0) return "内容和现在的语料完全一样，不需要发布。";
        if (preview.Articles.Count == 0) return "这样发布后一篇文章也没有了，用户什么都问不到，所以不能发布。";
        if (draft.Restores is not null) return null;
        foreach (var change in changes.Where(c => c.Hash is not null))
        {
            if (CorpusFolder.IsPage(change.Path) && preview.Articles.All(a => a.SourcePath != change.Path) && preview.Problems.FirstOrDefault(p => p.Path == change.Path) is { } problem) return $"{problem}";
            if (CorpusFolder.IsLexicon(change.Path) && preview.Problems.FirstOrDefault(p => p.Path == change.Path && p.Line is null) is { } unread) return $"{unread}";
            if (change.Path == SourceDescriptor.FileName && Broken(after.First(f => f.Path == change.Path).Bytes) is { } broken) return $"{broken}";
        }

        return null;
    }

    /// <summary>That it names a file which is not there is no reason to keep the rest of it back.</summary>
    private static ReadProblem? Broken(byte[] descriptor)
    {
        List<ReadProblem> problems = [];
        SourceDescriptor.Read(descriptor, problems);
        return problems.FirstOrDefault();
    }

    private static string Fingerprint(IReadOnlyList<SourceFile> files) => CorpusFolder.Fingerprint(files.Select(f => (f.Path, f.Hash)));

    /// <summary>One object: two officials who look at once must not get half of each other's.</summary>
    private sealed record LastLook(string Key, QaEngine? Served, DraftView View);
}
