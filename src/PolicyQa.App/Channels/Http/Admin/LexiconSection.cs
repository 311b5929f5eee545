using System.Runtime.CompilerServices;
using System.Text;
using PolicyQa.Analysis;
using PolicyQa.App.Publishing;
using PolicyQa.Corpus;

namespace PolicyQa.App.Channels.Http.Admin;

/// <summary>Lexicon: edit a file, see at once what it makes of a sentence, then try and publish it as any other change of the corpus.</summary>
internal static class LexiconSection
{
    public const string Path = "/admin/lexicon";

    /// <summary>Some ten thousand lines.</summary>
    private const int MostBytes = 512 * 1024;

    private const int LongestSample = 200;
    private const int LongestName = 40;

    /// <summary>What the pages teach costs a pass over them: once for each engine, and gone with it.</summary>
    private static readonly ConditionalWeakTable<QaEngine, LexiconView> Views = [];

    public static void Map(AdminRoutes routes)
    {
        routes.Get("/lexicon", DeskGuard.Around(r => Task.FromResult<IResult>(Show(r, Opened(r, r.Http.Request.Query["file"].ToString()), null))));
        routes.Post("/lexicon", DeskGuard.Around(EditAsync), MostBytes * 4);
    }

    private static Task<IResult> EditAsync(AdminRequest request)
    {
        var name = request.Field("file");
        var text = request.Form["text"].ToString().ReplaceLineEndings("\n").TrimEnd('\n');
        var edit = new LexiconEdit(name, text.Length == 0 ? "" : text + "\n", Sample(request.Field("sample"), request), IsNew: request.Field("new") == "1");
        if (edit.IsNew && NameFault(name) is { } fault) return Task.FromResult<IResult>(Show(request, edit, fault));
        if (!edit.IsNew && request.Service<CorpusDesk>().Files(request.Aborted).All(f => f.Path != edit.Path)) return Task.FromResult<IResult>(request.Gone());
        if (Encoding.UTF8.GetByteCount(edit.Text) > MostBytes) return Task.FromResult<IResult>(Show(request, edit, $"词表太大，最多 {MostBytes / 1024} KB"));
        if (request.Field("act") != "next") return Task.FromResult<IResult>(Show(request, edit, null));
        // An emptied file goes altogether.
        byte[]? content = edit.Text.Length == 0 ? null : Encoding.UTF8.GetBytes(edit.Text);
        var draft = request.Service<CorpusDesk>().Prepare(request.Name, $"修改词表 {name}", [(edit.Path, content)]);
        return Task.FromResult(Results.LocalRedirect(CorpusSection.AddressOf(draft)));
    }

    private static HtmlResult Show(AdminRequest request, LexiconEdit edit, string? fault)
    {
        var files = request.Service<CorpusDesk>().Files(request.Aborted).Where(f => CorpusFolder.IsLexicon(f.Path)).ToArray();
        var (before, after) = (Lexicon.Of(files), Lexicon.Of([.. files.Where(f => f.Path != edit.Path), new SourceFile(edit.Path, Encoding.UTF8.GetBytes(edit.Text))]));
        LexiconSight? sight = null;
        if (request.Service<EngineHost>().Current?.Engine is { } engine)
        {
            var view = Views.GetValue(engine, e => new LexiconView(e.Articles));
            sight = new LexiconSight(view.Tokens(before, edit.Sample), view.Tokens(after, edit.Sample), [.. after.Problems.Where(p => p.Path == edit.Path)]);
        }

        return request.Page("词表", LexiconPage.Render(request, [.. files.Select(f => f.Path[(CorpusFolder.Lexicon.Length + 1)..])], edit, sight, fault), fault is null ? 200 : 400);
    }

    private static LexiconEdit Opened(AdminRequest request, string name)
    {
        var files = request.Service<CorpusDesk>().Files(request.Aborted).Where(f => CorpusFolder.IsLexicon(f.Path)).ToArray();
        var file = files.FirstOrDefault(f => f.Path == $"{CorpusFolder.Lexicon}/{name}") ?? (request.Http.Request.Query.ContainsKey("new") ? null : files.FirstOrDefault());
        var sample = Sample("", request);
        return file is null
            ? new LexiconEdit("", "", sample, IsNew: true)
            : new LexiconEdit(file.Path[(CorpusFolder.Lexicon.Length + 1)..], Encoding.UTF8.GetString(file.Bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n"), sample, IsNew: false);
    }

    /// <summary>Somebody who has no sentence at hand is shown one of the corpus's own questions.</summary>
    private static string Sample(string given, AdminRequest request)
    {
        if (given.Length > 0) return given[..Math.Min(given.Length, LongestSample)];
        var engine = request.Service<EngineHost>().Current?.Engine;
        return engine?.SampleQuestions is [var first, ..] ? first : engine?.Ledger.Items is [var row, ..] ? row.Said : "";
    }

    private static string? NameFault(string name)
    {
        if (name.Length == 0) return "请给新词表起个名字";
        if (FileNameRule.Check(name).Fault is { } fault) return fault;
        if (!name.EndsWith(".txt", StringComparison.Ordinal)) return "词表的名字应以 .txt 结尾";
        return name.Length > LongestName ? "名字太长" : null;
    }
}
