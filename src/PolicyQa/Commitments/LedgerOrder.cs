namespace PolicyQa.Commitments;

/// <summary>By what commitments are sorted; equal ones stay in corpus order.</summary>
public enum LedgerOrder
{
    /// <summary>As the corpus has them.</summary>
    Corpus,
    Department,
    Deadline,
    Quantity,
    Kind,
}
