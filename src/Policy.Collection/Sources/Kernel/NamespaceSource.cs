using System.Globalization;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Kernel;

/// <summary>Which namespaces the kernel has.</summary>
internal static class NamespaceSource
{
    private const string Own = "proc/self/ns";

    // With the kernel option of each; that of cgroup namespaces is older than they are, so it proves nothing.
    private static readonly (string Name, string? Option)[] Kinds =
    [
        ("cgroup", null),
        ("ipc", "IPC_NS"),
        ("mnt", "NAMESPACES"),
        ("net", "NET_NS"),
        ("pid", "PID_NS"),
        ("time", "TIME_NS"),
        ("user", "USER_NS"),
        ("uts", "UTS_NS"),
    ];

    private static readonly FactDescription Namespaces = FactDescription.Of(
        "namespace(*)",
        new MapType("name", new RecordType(
        [
            new FactField("supported", new BooleanType(), "whether the kernel has such namespaces; that does not mean that one may be made"),
            new FactField("limit", new NumberType(), "how many a user may make, user.max_*_namespaces; 0: none; absent: the kernel has no such limit"),
        ])),
        "The kinds of namespaces: cgroup ipc mnt net pid time user uts. Absent: there is no such kind.",
        [Own, SysctlTree.Folder, .. KernelConfigFile.Sources]);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = new("namespaces", [Namespaces], (host, demand) =>
        new EntryMap(Namespaces.Path, name => Find(host, name), keys => All(host, keys)).Emit(demand));

    /// <summary>Whether the kernel has a kind of namespaces.</summary>
    internal static Observation IsSupported(Host host, string kind) => host.Root.Names(Own) switch
    {
        Got<string[]> { Value.Length: > 0 } names => Answer.Of(names.Value.Contains(kind), $"{Own}/{kind}"),
        _ when Array.Find(Kinds, item => item.Name == kind).Option is { } option =>
            KernelConfigFile.Of(host).Observe((config, source) => Answer.Of(config.Find("NAMESPACES") == "y" && config.Find(option) == "y", source)),
        var names => names.Observe((_, source) => new Unknown(UnknownCause.Malformed, source)),
    };

    private static Observation All(Host host, IEnumerable<string> keys) =>
        EntryMap.Of(Kinds.Select(kind => kind.Name).Concat(keys), name => Find(host, name), isComplete: true, Own);

    private static Observation Find(Host host, string name)
    {
        if (!Array.Exists(Kinds, kind => kind.Name == name))
        {
            return new Absent(Own);
        }

        var (supported, limit) = (IsSupported(host, name), Limit(host, name));
        return supported is Unknown && limit is Unknown ? supported : Answer.Of(Own, ("supported", supported), ("limit", limit));
    }

    private static Observation Limit(Host host, string kind) => SysctlTree.Ask(host, $"user.max_{kind}_namespaces") switch
    {
        Present { Value: StringValue { Value: var text } } present =>
            long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? Answer.Of(number)
                : new Unknown(UnknownCause.Malformed, present.Source),
        var reason => reason,
    };
}
