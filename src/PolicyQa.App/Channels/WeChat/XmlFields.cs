using System.Text;
using System.Xml;

namespace PolicyQa.App.Channels.WeChat;

/// <summary>
/// The fields directly below &lt;xml&gt;. Read by a forward reader that knows no DTDs, entities or files: the envelope and
/// what was decrypted from it are both a stranger's text.
/// </summary>
internal sealed class XmlFields
{
    private const string Root = "xml";

    private static readonly XmlReaderSettings Safe = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = CallbackBody.MaxBytes,
        // Forbidden characters are taken out before; a reference to one (&#1;) is no reason to lose the message.
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    private XmlFields()
    {
    }

    /// <summary>The field's text; empty where it is missing.</summary>
    public string this[string name] => values.GetValueOrDefault(name, "");

    /// <summary>Null where the text is not well-formed, has a DTD, or another root.</summary>
    public static XmlFields? Parse(string xml)
    {
        var fields = new XmlFields();
        try
        {
            using var text = new StringReader(XmlText.Clean(xml).TrimStart('\uFEFF', ' ', '\r', '\n', '\t'));
            using var reader = XmlReader.Create(text, Safe);
            return fields.Read(reader) ? fields : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private bool Read(XmlReader reader)
    {
        var value = new StringBuilder();
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.Depth == 0 && reader.Name != Root:
                    return false;
                case XmlNodeType.Element when reader.Depth == 1:
                    value.Clear();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when reader.Depth == 2:
                    value.Append(reader.Value);
                    break;
                case XmlNodeType.EndElement when reader.Depth == 1:
                    // The first of a name counts: a second one is how a forged field would be smuggled in behind the real one.
                    values.TryAdd(reader.Name, XmlText.Clean(value.ToString()));
                    break;
            }
        }

        return true;
    }
}
