using Policy.Core.Facts;

namespace Policy.Core.Conditions;

/// <summary>What comparing values needs to know of the host.</summary>
/// <param name="CollectedAt">When its facts were collected; null if its document does not say so.</param>
/// <param name="NativeScheme">How its package manager compares versions; null if that is not known.</param>
public readonly record struct FactContext(DateTimeOffset? CollectedAt, VersionScheme? NativeScheme);
