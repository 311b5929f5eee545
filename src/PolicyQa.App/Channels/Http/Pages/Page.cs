namespace PolicyQa.App.Channels.Http.Pages;

/// <summary>What is particular to one page; <see cref="PageLayout"/> puts it in the frame that all share.</summary>
/// <param name="Title">In plain words, without the site's name.</param>
/// <param name="Main">Inside the main element; holds the page's only h1.</param>
/// <param name="Own">Name of a stylesheet and a script of the page's own (commitments → /commitments.css, /commitments.js); null for none.</param>
/// <param name="Style">Name of a stylesheet alone; null for none.</param>
internal sealed record Page(string Title, Html Main, string? Own = null, string? Style = null);
