namespace PolicyQa.App.Channels.Http.Admin;

/// <summary>A part of /admin.</summary>
/// <param name="Path">Of its first page below /admin ("/accounts"); empty for /admin itself.</param>
/// <param name="Name">In the navigation; empty where it is not shown there.</param>
/// <param name="Map">Adds its pages.</param>
internal sealed record AdminSection(string Path, string Name, Action<AdminRoutes> Map);
