using Policy.Core.Compliance;
using Policy.Core.Diagnostics;

namespace Policy.Reporting.Results;

/// <summary>What to do about the findings of a host.</summary>
/// <param name="Way">The shortest way to compliance.</param>
/// <param name="Missing">What to collect next.</param>
/// <param name="Command">A command line that collects it; null if none does.</param>
public sealed record HostAdvice(ComplianceWay Way, Sequence<MissingFact> Missing, string? Command);
