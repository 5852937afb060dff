using System.Collections.Frozen;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Identity.Containers;

/// <summary>Whether the collector is in the namespaces that the kernel made when it started.</summary>
internal static class InitialNamespaces
{
    private const string Own = "proc/self/ns";
    private const string OfFirstProcess = "proc/1/ns";

    // include/linux/proc_ns.h. Those of mounts and networks were not fixed on older kernels.
    private static readonly FrozenDictionary<string, string> Initial = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["cgroup"] = "cgroup:[4026531835]",
        ["ipc"] = "ipc:[4026531839]",
        ["pid"] = "pid:[4026531836]",
        ["time"] = "time:[4026531834]",
        ["user"] = "user:[4026531837]",
        ["uts"] = "uts:[4026531838]",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FactDescription Namespaces = FactDescription.Of(
        "host.namespaces(*)",
        new MapType("name", new BooleanType()),
        "Whether the collector is in the namespace that the kernel made at its start, by kind: cgroup ipc pid time user uts. Absent: there is no such kind.",
        Own,
        OfFirstProcess);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = new KeyedFact(Namespaces, Look).Source("namespaces-of-collector");

    /// <summary>Whether it is the initial one; null if nobody knows.</summary>
    internal static bool? IsInitial(Host host, string kind) => Find(host, kind) is Present { Value: BooleanValue value } ? value.Value : null;

    private static Observation Look(Host host)
    {
        var entries = Initial.Keys.Select(kind => KeyValuePair.Create(kind, Find(host, kind))).ToArray();
        return Array.TrueForAll(entries, entry => entry.Value is Unknown { Cause: UnknownCause.MissingSource })
            ? new Unknown(UnknownCause.MissingSource, Own)
            : new Present(new MapValue(new FactMap(entries), IsComplete: true), Own);
    }

    private static Observation Find(Host host, string kind) => Text(host, $"{Own}/{kind}") switch
    {
        Missing<string> when !host.IsComplete => Text(host, $"{OfFirstProcess}/{kind}").Observe((text, _) => Compare(kind, text)),
        Missing<string> when host.Root.Names(Own) is Got<string[]> { Value.Length: > 0 } => new Absent(),
        var reading => reading.Observe((text, _) => Compare(kind, text)),
    };

    // An archive may hold the text of the link as a file.
    private static Reading<string> Text(Host host, string path) => host.Root.Link(path) switch
    {
        Failed<string> { Cause: UnknownCause.Malformed } => host.Root.Value(path),
        var link => link,
    };

    private static Observation Compare(string kind, string text) => text.StartsWith($"{kind}:[", StringComparison.Ordinal)
        ? Answer.Of(text == Initial[kind])
        : new Unknown(UnknownCause.Malformed, $"{Own}/{kind}");
}
