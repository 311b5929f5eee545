using System.Text.Json.Serialization;

namespace PolicyQa.App.Publishing;

/// <summary>How a corpus came to be as it was.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StateOrigin>))]
internal enum StateOrigin
{
    /// <summary>Somebody changed the folder itself.</summary>
    Folder,

    /// <summary>Published on the page.</summary>
    Page,

    /// <summary>An earlier state, put back.</summary>
    Rollback,
}
