using PolicyQa.Corpus;

namespace PolicyQa.App.Publishing;

/// <summary>
/// Changes files of the corpus folder so that a process killed at any moment leaves either the old corpus or one that the
/// next start makes into the new one. Contents first (where a disk fills up), then the note of what is to be done, then
/// the renames, then the new state.
/// </summary>
/// <param name="corpus">The corpus folder.</param>
/// <param name="history">Where contents, the note and states are kept.</param>
internal sealed class CorpusWriter(string corpus, CorpusHistory history)
{
    /// <summary>Does it. When it returns, the corpus and its history are on the disk.</summary>
    /// <exception cref="IOException">Nothing has changed: what had been was put back.</exception>
    public void Apply(Publication publication)
    {
        List<(string Draft, string Place)> staged = [];
        string? state = null;
        try
        {
            staged = Stage(publication.Changes);
            state = history.Stage(publication.Target);
            history.Begin(publication);
        }
        catch
        {
            foreach (var (draft, _) in staged) AtomicFile.TryDelete(draft);
            if (state is not null) AtomicFile.TryDelete(state);
            throw;
        }

        var before = Before(publication.Changes);
        try
        {
            Move(publication.Changes, staged);
            history.Settle(publication.Target, state);
        }
        catch
        {
            PutBack(before, staged);
            AtomicFile.TryDelete(state);
            history.End();
            throw;
        }

        history.End();
    }

    /// <summary>Finishes what a killed process had begun; nothing to do is the rule. Never throws: a start must always work.</summary>
    /// <returns>What was finished, or why it could not be; null where there was nothing.</returns>
    public (Publication? Finished, Exception? Fault)? Finish()
    {
        if (!history.HasPending) return null;
        try
        {
            using var alone = history.Lock();
            if (history.Begun() is not { } publication)
            {
                history.End();
                return null;
            }

            Move(publication.Changes, Stage(publication.Changes));
            if (history.States() is not [var last, ..] || last.Number < publication.Target.Number) history.Add(publication.Target);
            history.End();
            return (publication, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, e);
        }
    }

    private string Full(string path)
    {
        var full = Path.GetFullPath(Path.Combine(corpus, path));
        // Paths come from a form or a file: neither may lead out of the folder.
        return full.StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(corpus)) + Path.DirectorySeparatorChar, StringComparison.Ordinal) && (CorpusFolder.IsPage(path) || CorpusFolder.IsLexicon(path) || path == SourceDescriptor.FileName)
            ? full
            : throw new IOException($"“{path}”不是语料文件夹里的文件");
    }

    private List<(string Draft, string Place)> Stage(IReadOnlyList<CorpusChange> changes)
    {
        List<(string Draft, string Place)> staged = [];
        try
        {
            foreach (var change in changes.Where(c => c.Hash is not null))
            {
                var place = Full(change.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(place)!);
                staged.Add((AtomicFile.Stage(place, history.Content(change.Hash!)), place));
            }

            return staged;
        }
        catch
        {
            foreach (var (draft, _) in staged) AtomicFile.TryDelete(draft);
            throw;
        }
    }

    private void Move(IReadOnlyList<CorpusChange> changes, List<(string Draft, string Place)> staged)
    {
        foreach (var (draft, place) in staged) File.Move(draft, place, overwrite: true);
        foreach (var change in changes.Where(c => c.Hash is null))
        {
            var place = Full(change.Path);
            if (File.Exists(place)) File.Delete(place);
        }
    }

    private List<(string Place, byte[]? Content)> Before(IReadOnlyList<CorpusChange> changes) =>
        [.. changes.Select(c => Full(c.Path)).Select(place => (place, File.Exists(place) ? File.ReadAllBytes(place) : null))];

    private static void PutBack(List<(string Place, byte[]? Content)> before, List<(string Draft, string Place)> staged)
    {
        foreach (var (draft, _) in staged) AtomicFile.TryDelete(draft);
        foreach (var (place, content) in before)
        {
            try
            {
                if (content is null) File.Delete(place);
                else if (!File.Exists(place) || !File.ReadAllBytes(place).AsSpan().SequenceEqual(content)) AtomicFile.Write(place, content);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The state before is in the history: it can be put back from there.
            }
        }
    }
}
