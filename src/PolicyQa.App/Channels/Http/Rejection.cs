namespace PolicyQa.App.Channels.Http;

/// <summary>Why a question was turned away, as measures call it.</summary>
internal static class Rejection
{
    /// <summary>This client asks too often.</summary>
    public const string Client = "client";

    /// <summary>All clients together ask too often.</summary>
    public const string Total = "total";

    /// <summary>As many questions as are worked on at once are being worked on, and as many wait.</summary>
    public const string Busy = "busy";

    /// <summary>This client tries too many passwords.</summary>
    public const string SignIn = "signIn";

    public static readonly IReadOnlyList<string> All = [Client, Total, Busy, SignIn];
}
