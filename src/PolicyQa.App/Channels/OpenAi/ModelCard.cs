using System.Text.Json.Serialization;

namespace PolicyQa.App.Channels.OpenAi;

/// <summary>The one model there is: the engine.</summary>
internal sealed record ModelCard(string Id, string Object, long Created, [property: JsonPropertyName("owned_by")] string OwnedBy)
{
    public const string Name = "policyqa";

    /// <summary>Clients sort by the date; it says nothing here.</summary>
    private const long Whenever = 1704067200;

    public static ModelCard Engine { get; } = new(Name, "model", Whenever, Name);
}
