using System.ComponentModel;

namespace PolicyQa.App.Channels.Mcp;

/// <summary>What search_passages gives.</summary>
internal sealed record ToolPassages([property: Description("最相关的在前")] IReadOnlyList<ToolPassage> Items);
