using Policy.Core.Facts;

namespace Policy.Collection.Sources.Kvm;

/// <summary>The kernel's own halves of virtio devices.</summary>
internal static class VhostDevices
{
    private static readonly string[] Names = ["net", "scsi", "vsock"];

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = new KeyedFact(
        FactDescription.Of(
            "vhost(*)",
            new MapType("name", new RecordType([new FactField("state", new StringType(["node", "registered", "loadable", "builtin"]), "The best that is known of it")])),
            "The kernel's part of virtio devices: `net`, `vsock`, `scsi`. `node`: there is a device node; `registered`: the driver runs; "
                + "`builtin`, `loadable`: it is in the kernel's image or on the disk. Absent if the running kernel has none of it.",
            ["dev/vhost-*", MiscDevices.List, MiscDevices.Class, .. InstalledModules.Sources]),
        Look).Source("vhost");

    private static Present Look(Host host)
    {
        var states = Array.ConvertAll(Names, name => KeyValuePair.Create(name, State(host, name)));
        var isDecided = Array.TrueForAll(states, state => state.Value is not Unknown);
        return new Present(new MapValue(new FactMap(states), isDecided), MiscDevices.List);
    }

    private static Observation State(Host host, string name)
    {
        var module = $"vhost_{name}";
        var installed = InstalledModules.Of(host);
        return MiscDevices.Minor(host, $"vhost-{name}") switch
        {
            _ when host.Root.Entry($"dev/vhost-{name}") is Got<HostEntry> { Value.Kind: HostEntryKind.CharacterDevice } => In("node"),
            Got<int> => In("registered"),
            _ when installed.IsBuiltin(module) => In("builtin"),
            _ when installed.IsLoadable(module) => In("loadable"),
            Missing<int> list when IsAllKnown(host, installed) => new Absent(list.Source),
            Missing<int> => installed.Failure.Observe((_, source) => new Unknown(UnknownCause.MissingSource, source)),
            var failure => failure.Observe((_, _) => throw new System.Diagnostics.UnreachableException()),
        };
    }

    // A kernel without support for modules has no /proc/modules, and everything that it has is registered.
    private static bool IsAllKnown(Host host, InstalledModules installed) =>
        (installed.KnowsBuiltin && installed.KnowsLoadable) || (host.IsComplete && InstalledModules.LoadedNames(host) is Missing<HashSet<string>>);

    private static Observation In(string state) => Answer.Of(string.Empty, ("state", Answer.Of(state)));
}
