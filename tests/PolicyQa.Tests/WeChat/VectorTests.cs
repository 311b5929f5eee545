using System.Text;
using System.Text.Json;
using CsCheck;
using PolicyQa.App.Channels.WeChat;

namespace PolicyQa.Tests.WeChat;

/// <summary>Tencent's own samples and edge cases, byte for byte.</summary>
public sealed class VectorTests
{
    private static readonly Dictionary<string, JsonElement> Vectors =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", "wechat-vectors.json"))).RootElement
            .GetProperty("vectors").EnumerateArray().ToDictionary(v => Text(v, "id"));

    public static TheoryData<string> Ids => [.. Vectors.Keys];

    [Fact]
    public void All_twenty_nine_are_here() => Assert.Equal(29, Vectors.Count);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_vector_holds(string id)
    {
        var v = Vectors[id];
        switch (Text(v, "kind"))
        {
            case "sig3":
                Assert.Equal(Text(v, "signature"), CallbackSignature.Of(Text(v, "token"), Text(v, "timestamp"), Text(v, "nonce")));
                Assert.True(Seal(v).Signs(Query(v)));
                break;
            case "sig4":
                Assert.Equal(Text(v, "msg_signature"), CallbackSignature.Of(Text(v, "token"), Text(v, "timestamp"), Text(v, "nonce"), Text(v, "encrypt")));
                break;
            case "decrypt":
                Opens(v);
                break;
            case "encrypt":
                Assert.Equal(Text(v, "encrypt"), Cipher(v).Seal(Text(v, "msg"), Text(v, "receive_id"), Encoding.UTF8.GetBytes(Text(v, "random16"))));
                if (v.TryGetProperty("msg_signature", out _)) Opens(v);
                else Assert.Equal(Text(v, "msg"), Cipher(v).Open(Text(v, "encrypt"), Text(v, "receive_id")).Message);
                break;
            case "reject":
                var refused = Seal(v).Open(Query(v), Text(v, "encrypt"));
                Assert.Null(refused.Message);
                Assert.Equal(v.GetProperty("expect_error").GetInt32(), (int)refused.Fault);
                break;
            default:
                Assert.Fail("a kind of vector that nothing checks");
                break;
        }
    }

    [Theory]
    [InlineData("tencent-sample-py-compat", "abcdteT")]
    [InlineData("synthetic-cdata-end", "a]]>b")]
    [InlineData("synthetic-control-char", "c")]
    [InlineData("synthetic-emoji", "😀👨‍👩‍👧你好")]
    public void What_a_vector_says_is_read(string id, string content) => Assert.Equal(content, XmlFields.Parse(Text(Vectors[id], "msg"))!["Content"]);

    [Fact]
    public void A_document_type_inside_what_was_decrypted_is_refused() => Assert.Null(XmlFields.Parse(Text(Vectors["synthetic-xxe"], "msg")));

    [Fact]
    public void A_reply_looks_as_Tencent_prints_it()
    {
        var v = Vectors["tencent-doc-secure-xml-reply"];
        var xml = new SealedMessage(Text(v, "encrypt"), Text(v, "msg_signature"), long.Parse(Text(v, "timestamp")), Text(v, "nonce")).ToXml();
        Assert.Equal(Text(v, "expect_reply").Replace("\n", ""), xml);
    }

    [Fact]
    public void Whatever_is_sealed_can_be_opened() => Gen.Select(Gen.String[0, 400], Gen.String[Gen.Char.AlphaNumeric, 0, 40]).Sample((message, id) =>
    {
        var text = XmlText.Clean(message);
        var cipher = MessageCipher.From(ChatServer.Key)!;
        return cipher.Open(cipher.Seal(text, id, new byte[16]), id).Message == text;
    });

    [Fact]
    public void Nothing_that_was_tampered_with_passes_for_the_message() => Gen.Select(Gen.String[Gen.Char.AlphaNumeric, 1, 100], Gen.Int[0, 1000], Gen.Int[0, 7]).Sample((message, at, bit) =>
    {
        var cipher = MessageCipher.From(ChatServer.Key)!;
        var bytes = Convert.FromBase64String(cipher.Seal(message, "id", new byte[16]));
        // The first block is random filling: a change there is a change of nothing, and msg_signature covers it.
        bytes[16 + (at % (bytes.Length - 16))] ^= (byte)(1 << bit);
        return cipher.Open(Convert.ToBase64String(bytes), "id").Message != message;
    });

    [Theory]
    [InlineData(ChatServer.Key, true)]
    [InlineData("jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2", false)]
    [InlineData("jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2CC", false)]
    [InlineData("jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2=", false)]
    [InlineData("jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2 2C", false)]
    [InlineData("", false)]
    public void A_key_has_43_characters_of_base64(string key, bool good) => Assert.Equal(good, MessageCipher.From(key) is not null);

    [Theory]
    [InlineData("abc", "abc", true)]
    [InlineData("abc", "abd", false)]
    [InlineData("abc", "ABC", false)]
    [InlineData("abc", "ab", false)]
    [InlineData("abc", "", false)]
    [InlineData("abc", "签名", false)]
    public void A_signature_matches_itself_alone(string expected, string given, bool matches) => Assert.Equal(matches, CallbackSignature.Matches(expected, given));

    private static void Opens(JsonElement v)
    {
        var opened = Seal(v).Open(Query(v), Text(v, "encrypt"));
        Assert.Equal(CallbackFault.None, opened.Fault);
        Assert.Equal(Text(v, "msg"), opened.Message);
    }

    private static MessageCipher Cipher(JsonElement v) => MessageCipher.From(Text(v, "encoding_aes_key"))!;

    private static MessageSeal Seal(JsonElement v) => new(Text(v, "token"), Text(v, "kind") == "sig3" ? [] : [Cipher(v)], Text(v, "receive_id"));

    private static CallbackQuery Query(JsonElement v) => new() { Signature = Text(v, "signature"), MsgSignature = Text(v, "msg_signature"), Timestamp = Text(v, "timestamp"), Nonce = Text(v, "nonce") };

    private static string Text(JsonElement v, string name) => v.TryGetProperty(name, out var value) ? value.GetString()! : "";
}
