using System.ComponentModel;

namespace PolicyQa.App.Channels.Mcp;

/// <summary>What list_commitments gives.</summary>
internal sealed record ToolCommitments(
    [property: Description("按文章里的先后")] IReadOnlyList<ToolCommitment> Items,
    [property: Description("符合条件的总数，可能多于给出的")] int Total);
