namespace PolicyQa.Answering.Guarding;

/// <summary>What is wrong with a claim.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Subject">The word or figure it is about; null where there is none.</param>
internal sealed record ClaimFault(GuardFault Fault, string? Subject);
