using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PolicyQa.Indexing;

/// <summary>What of a passage a model of meaning is shown: whose it is, the headline, its own sentences.</summary>
/// <param name="Text">Verbatim but for the line breaks between the parts.</param>
public sealed record PassageText(string Text)
{
    /// <summary>The first 128 bits of the text's SHA-256: the same words have the same key in every build.</summary>
    public UInt128 Key { get; } = BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
}
