using PolicyQa.Corpus;

namespace PolicyQa.Commitments;

/// <summary>The verb by which a piece of a clause promises.</summary>
/// <param name="Verb">Where it stands; coordinated verbs (新建、改扩建) together.</param>
/// <param name="Object">What is done to what; before the verb for 达标 and 达到95%.</param>
/// <param name="Strength">What it takes for this to be a promise.</param>
internal readonly record struct Predicate(TextSpan Verb, TextSpan Object, PredicateStrength Strength);
