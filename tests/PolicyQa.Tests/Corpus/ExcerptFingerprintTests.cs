using CsCheck;
using PolicyQa.Corpus;

namespace PolicyQa.Tests.Corpus;

public sealed class ExcerptFingerprintTests
{
    /// <summary>Worked out by another program; the browser tests hold site.js to the same table.</summary>
    public static TheoryData<string, string> Vectors => new()
    {
        { "", "811c9dc5" },
        { "a", "2b24d044" },
        { "foobar", "a29f12fa" },
        { "补充教科研1633名，秋季开学前全部上岗。", "6f22648c" },
        { "𠮷野家", "032c42d3" },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void It_is_FNV_1a_over_code_units_low_byte_first(string excerpt, string fingerprint) => Assert.Equal(fingerprint, ExcerptFingerprint.Of(excerpt));

    [Fact]
    public void One_character_more_or_less_makes_another() => Gen.Char['一', '龥'].Array[1, 60].Sample(units =>
        ExcerptFingerprint.Of(units) != ExcerptFingerprint.Of(units.AsSpan(1)) && ExcerptFingerprint.Of(units) != ExcerptFingerprint.Of([.. units, '。']));

    [Fact]
    public void An_address_escapes_the_id_and_names_the_place() =>
        Assert.Equal("/articles/a%2Fb%3F%E7%AB%A0?v=a29f12fa#7-13", ArticleAddress.Of("a/b?章", 7, 13, "foobar"));
}
