using System.Text;
using CsCheck;
using PolicyQa.App.Channels.WeChat;

namespace PolicyQa.Tests.WeChat;

public sealed class XmlTests
{
    [Theory]
    [InlineData("<!DOCTYPE xml [<!ENTITY e \"x\">]><xml><A>&e;</A></xml>")]
    [InlineData("<!DOCTYPE xml SYSTEM \"file:///etc/passwd\"><xml><A>1</A></xml>")]
    [InlineData("<!DOCTYPE xml><xml/>")]
    [InlineData("<xml><A>&e;</A></xml>")]
    [InlineData("<other><A>1</A></other>")]
    [InlineData("<xml><A>1</A>")]
    [InlineData("{}")]
    [InlineData("")]
    public void What_is_no_plain_message_is_refused(string xml) => Assert.Null(XmlFields.Parse(xml));

    [Theory]
    [InlineData("<xml><A>1</A></xml>", "1")]
    [InlineData("\uFEFF\n<?xml version=\"1.0\" encoding=\"GBK\"?><xml><A>1</A></xml>", "1")]
    [InlineData("<xml><A><![CDATA[a<b>]]>&amp;c</A></xml>", "a<b>&c")]
    [InlineData("<xml><A>\u0002a\u001d</A></xml>", "a")]
    [InlineData("<xml><A>&#1;a&#x1d;</A></xml>", "a")]
    [InlineData("<xml><A>real</A><A>smuggled</A></xml>", "real")]
    [InlineData("<xml><B><A>nested</A></B></xml>", "")]
    [InlineData("<xml><A><B>inner</B>own</A></xml>", "own")]
    [InlineData("<xml><!-- x --><A/></xml>", "")]
    public void A_field_is_read(string xml, string expected) => Assert.Equal(expected, XmlFields.Parse(xml)!["A"]);

    [Fact]
    public void Ten_thousand_levels_are_no_burden()
    {
        var deep = "<xml>" + string.Concat(Enumerable.Repeat("<a>", 8_000)) + string.Concat(Enumerable.Repeat("</a>", 8_000)) + "<B>1</B></xml>";
        Assert.Equal("1", XmlFields.Parse(deep)!["B"]);
    }

    [Fact]
    public void Any_text_survives_a_CDATA_section() =>
        Gen.Frequency((3, Gen.String), (1, Gen.String[Gen.Char["]><&\u0001\ud83d\ude00"], 0, 30]))
            .Sample(text =>
            {
                var expected = XmlText.Clean(text).ReplaceLineEndings("\n");
                var read = XmlFields.Parse($"<xml><A>{XmlText.CData(text)}</A></xml>")!["A"].ReplaceLineEndings("\n");
                return read == expected && Encoding.UTF8.GetByteCount(XmlText.CData(text)) == XmlText.Bytes(XmlText.Clean(text)) + "<![CDATA[]]>".Length;
            });

    [Theory]
    [InlineData("?a=1&timestamp=2", "2", "")]
    [InlineData("?timestamp=2&timestamp=3", "2", "")]
    [InlineData("?echostr=a+b%2Bc%252F", "", "a+b+c%2F")]
    [InlineData("", "", "")]
    [InlineData("?&&=&echostr", "", "")]
    public void An_address_is_decoded_once_and_a_plus_stays_a_plus(string query, string timestamp, string echo)
    {
        var read = CallbackQuery.Of(new Microsoft.AspNetCore.Http.QueryString(query.Length == 0 ? null : query));
        Assert.Equal((timestamp, echo), (read.Timestamp, read.EchoStr));
    }
}
