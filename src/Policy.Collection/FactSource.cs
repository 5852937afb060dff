using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Collection;

/// <summary>Something that a host can be asked for facts.</summary>
/// <param name="Name">Its name, such as <c>cpu-topology</c>.</param>
/// <param name="Facts">The facts that it gives; no other source gives one of them.</param>
/// <param name="Read">
/// Reads them. Every wanted fact of <paramref name="Facts"/> comes out exactly once: present, absent or unknown with its cause;
/// of a keyed fact each wanted entry, or the whole map as one <c>name(*)</c> if all of it is wanted.
/// </param>
public sealed record FactSource(string Name, Sequence<FactDescription> Facts, Func<Host, Demand, IEnumerable<ObservedFact>> Read);
