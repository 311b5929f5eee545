namespace PolicyQa.App;

/// <summary>Ranking by meaning, in one moment.</summary>
/// <param name="Model">The embedding model.</param>
/// <param name="State">waiting · embedding · on (has a say) · off (measured, no better) · unchecked (not measured with this index) · failed (cannot be kept on disk).</param>
/// <param name="Passages">Passages of the index.</param>
/// <param name="Embedded">Of these, how many have a vector.</param>
/// <param name="Note">The same for people, in Chinese.</param>
internal sealed record VectorReport(string Model, string State, int Passages, int Embedded, string Note);
