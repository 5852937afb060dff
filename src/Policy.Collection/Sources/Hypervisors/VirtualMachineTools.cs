using Policy.Core.Facts;

namespace Policy.Collection.Sources.Hypervisors;

/// <summary>The programs of virtual machines: which emulators there are, and where libvirt listens. For versions there is `runtime(*)`.</summary>
internal static class VirtualMachineTools
{
    private const string Sockets = "run/libvirt";
    private const string SocketEnd = "-sock";
    private const string EmulatorStart = "qemu-system-";
    private const string DistributionsName = "qemu-kvm";

    // The first must be there, so that what it lacks is not there.
    private static readonly string[] Folders = ["usr/bin", "usr/local/bin", "usr/libexec"];

    private static readonly FactDescription Emulators = FactDescription.Of(
        "qemu.emulators",
        new ListType(new StringType()),
        $"The emulators of QEMU in the folders {string.Join(", ", Folders)}, such as `qemu-system-x86_64`. Never absent; an empty list where there is none.",
        Folders);

    private static readonly FactDescription Listeners = FactDescription.Of(
        "libvirt.sockets",
        new ListType(new StringType()),
        $"The sockets of libvirt in /{Sockets}, such as `libvirt-sock` or `virtqemud-sock`, without those for reading only. A socket may be left over or wait "
            + "for its first call. Never absent; an empty list where there is none.",
        Sockets);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "virtual-machine-tools",
        new SingleFact(Emulators, host => LookAtEmulators(host.Root)),
        new SingleFact(Listeners, LookAtSockets));

    private static Observation LookAtEmulators(HostRoot root)
    {
        var folders = Array.ConvertAll(Folders, root.Names);
        var failed = Array.Find(folders, folder => folder is Failed<string[]>) ?? (folders[0] is Missing<string[]> ? folders[0] : null);
        var found = folders.SelectMany(folder => folder.Content ?? []).Where(IsEmulator).Distinct().Order(StringComparer.Ordinal).ToArray();
        return failed is null ? Answer.Of(found, Folders[0]) : failed.Observe((_, source) => new Unknown(UnknownCause.MissingSource, source));
    }

    private static bool IsEmulator(string name) => name == DistributionsName || name.StartsWith(EmulatorStart, StringComparison.Ordinal);

    // The folder of a captured root may have been left out with all that vanishes when a machine is switched off.
    private static Observation LookAtSockets(Host host) => host.Root.Names(Sockets) switch
    {
        Missing<string[]> none when host.IsComplete => Answer.Of(Array.Empty<string>(), none.Source),
        var names => names.Observe((all, source) => Answer.Of(all.Where(name => name.EndsWith(SocketEnd, StringComparison.Ordinal)), source)),
    };
}
