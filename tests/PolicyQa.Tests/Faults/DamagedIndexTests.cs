using System.Text;
using PolicyQa.Tests.Cli;

namespace PolicyQa.Tests.Faults;

/// <summary>Whatever became of the index folder, the next start answers from what the pages say, and says what it mended.</summary>
public sealed class DamagedIndexTests : IDisposable
{
    private const string Repaired = "索引文件损坏或不完整";

    private readonly Waterworks water = new();

    public void Dispose() => water.Dispose();

    /// <summary>Every file of an index × every kind of damage.</summary>
    [Theory]
    [InlineData("gone")]
    [InlineData("cut in half")]
    [InlineData("a byte flipped")]
    [InlineData("garbage")]
    public void Damage_to_any_file_is_found_and_mended(string damage)
    {
        Assert.Null(water.Ask());
        var names = Directory.GetFiles(water.Generation).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToArray();
        Assert.NotEmpty(names);
        foreach (var name in names)
        {
            // Lucene's lock file is empty as it is.
            var path = Path.Combine(water.Generation, name!);
            if (damage is "cut in half" or "a byte flipped" && new FileInfo(path).Length == 0) continue;
            Damage(path, damage);
            using var engine = water.Open(out var warning);
            Assert.True(warning?.Contains(Repaired, StringComparison.Ordinal) == true, $"{name}: {warning}");
            Assert.Contains("新建水厂1座", engine.Articles[0].Text, StringComparison.Ordinal);
        }

        Assert.Null(water.Ask());
    }

    [Theory]
    [InlineData("")]
    [InlineData("g000777")]
    [InlineData("../../../etc/passwd")]
    [InlineData("\0\0\0")]
    [InlineData("g000001\ng000002")]
    public void A_pointer_full_of_garbage_is_mended(string pointer)
    {
        water.Ask();
        File.WriteAllText(Path.Combine(water.Index, "CURRENT"), pointer);
        Assert.Contains(Repaired, water.Ask(), StringComparison.Ordinal);
        Assert.Null(water.Ask());
    }

    /// <summary>A manifest that is valid JSON and says another figure: nothing but a check sum would tell.</summary>
    [Fact]
    public void A_figure_changed_in_the_stored_articles_never_becomes_an_answer()
    {
        water.Ask();
        var path = Path.Combine(water.Generation, "articles.json");
        var text = File.ReadAllText(path);
        Assert.Contains("1\\u5EA7", text, StringComparison.OrdinalIgnoreCase);
        File.WriteAllText(path, text.Replace("1\\u5EA7", "9\\u5EA7", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(Repaired, water.Ask(), StringComparison.Ordinal);
    }

    /// <summary>What a build leaves that is killed before it published, at every step of the way.</summary>
    [Fact]
    public void A_build_that_died_on_the_way_leaves_the_last_index_serving()
    {
        water.Ask();
        var old = water.Generation;
        water.Say(2);
        water.Ask();
        var whole = water.Generation;
        // Each build clears away the one before.
        var files = Directory.GetFiles(whole).Select(f => (Name: Path.GetFileName(f), Bytes: File.ReadAllBytes(f))).ToArray();
        for (var written = 0; written <= files.Length; written += 4)
        {
            var dead = Path.Combine(water.Index, "g000099");
            Directory.CreateDirectory(dead);
            foreach (var (name, bytes) in files.Take(written)) File.WriteAllBytes(Path.Combine(dead, name), bytes);
            File.WriteAllText(Path.Combine(water.Index, "CURRENT.new"), "g0000");
            Assert.Null(water.Ask());
            water.Say(3 + written);
            Assert.Null(water.Ask());
            Assert.False(Directory.Exists(dead), "what the dead build left is cleared");
        }

        Assert.False(Directory.Exists(old));
    }

    [Fact]
    public void An_index_folder_that_cannot_be_written_costs_the_index_and_no_answer()
    {
        // A file where a folder should be: nobody can write there, root neither.
        var blocked = Path.Combine(water.Corpus, "..", "blocked");
        File.WriteAllText(blocked, "");
        water.Index = Path.Combine(blocked, "index");
        var warning = water.Ask();
        Assert.Contains("这次建在内存里", warning, StringComparison.Ordinal);
        Assert.Contains(water.Index, warning, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clock_set_back_changes_nothing()
    {
        water.Ask();
        foreach (var file in Directory.GetFiles(water.Index, "*", SearchOption.AllDirectories)) File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch.AddYears(90));
        Assert.Null(water.Ask());
        water.Say(2);
        File.SetLastWriteTimeUtc(Path.Combine(water.Corpus, "water.txt"), DateTime.UnixEpoch.AddYears(20));
        Assert.Null(water.Ask());
    }

    [Fact]
    public void A_page_half_written_costs_that_page_at_most_and_is_read_when_it_is_whole()
    {
        var text = Encoding.UTF8.GetBytes("办好交通\n\n——访市交通局局长路一程\n\n●本报记者 钱小溪\n\n一是修路。今年，新建公路70公里。\n");
        var path = Path.Combine(water.Corpus, "road.txt");
        for (var length = 0; length < text.Length; length += 29)
        {
            File.WriteAllBytes(path, text[..length]);
            water.Ask();
        }

        File.WriteAllBytes(path, text);
        water.Ask();
        using var engine = water.Open(out _);
        Assert.Equal("70公里", engine.Ask(new AskRequest("市交通局今年新建多少公里公路")).ShortAnswer);
    }

    [Fact]
    public async Task Two_builds_at_once_both_end_well()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => water.Ask())));
        Assert.Null(water.Ask());
        Assert.Single(Directory.EnumerateDirectories(water.Index));
    }

    [Fact]
    public async Task The_command_line_says_in_Chinese_what_it_mended()
    {
        water.Ask();
        File.WriteAllText(Path.Combine(water.Generation, "articles.json"), "{}");
        var run = await CommandRun.Of(["ask", "市水务局今年新建多少座水厂", "--corpus", water.Corpus, "--index", water.Index]);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"注意：{Repaired}", run.Error);
        Assert.Contains("1座", run.Out);
    }

    private static void Damage(string path, string damage)
    {
        switch (damage)
        {
            case "gone":
                File.Delete(path);
                return;
            case "garbage":
                File.WriteAllText(path, "{\"garbage\":null}");
                return;
        }

        var bytes = File.ReadAllBytes(path);
        if (damage == "cut in half") bytes = bytes[..(bytes.Length / 2)];
        else bytes[bytes.Length / 2] ^= 0x20;
        File.WriteAllBytes(path, bytes);
    }
}
