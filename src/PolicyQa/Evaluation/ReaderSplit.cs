namespace PolicyQa.Evaluation;

/// <summary>Which articles of its training set the reader has never seen: they judge it, and the gate learns from them.</summary>
public static class ReaderSplit
{
    /// <summary>The set that is split, as its file is named.</summary>
    public const string LearntFrom = "cmrc-train";

    /// <summary>True for one in twenty.</summary>
    public static bool HeldOut(int index) => index % 20 == 7;
}
