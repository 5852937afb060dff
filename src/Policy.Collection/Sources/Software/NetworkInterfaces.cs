using System.Globalization;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Software;

/// <summary>The network interfaces of the collector's network namespace: <c>sys/class/net</c>, sysfs-class-net of the kernel's ABI documentation.</summary>
internal static class NetworkInterfaces
{
    private const string Path = "network.interfaces";
    private const string Folder = "sys/class/net";
    private const string Loopback = "772";

    /// <summary>The source.</summary>
    public static readonly FactSource Source = new(
        "network-interfaces",
        [
            FactDescription.Of(
                Path,
                new ListType(new RecordType(
                [
                    new FactField("name", new StringType(), "Its name, such as eth0"),
                    new FactField(
                        "kind",
                        new StringType(["physical", "bridge", "bond", "vlan", "tun", "loopback", "virtual"]),
                        "physical is one that a device drives, the virtual card of a VM too"),
                    new FactField("state", new StringType(["up", "down", "unknown"]), "Whether it can pass packets; drivers that do not tell say unknown"),
                    new FactField("speed", new NumberType(FactUnit.Bandwidth), "Of the link; unknown without a link and of most virtual interfaces"),
                    new FactField("mtu", new NumberType(), "The largest packet in bytes"),
                    new FactField("driver", new StringType(), "The driver of its device; absent without a device"),
                ])),
                "The network interfaces, in the order of their names. Never absent; an empty list means that there is none.",
                Folder),
        ],
        (host, demand) => demand.Wants(Path) ? [ObservedFact.Of(Path, Read(host.Root))] : []);

    private static Observation Read(HostRoot root) => root.Names(Folder).Observe((names, source) =>
        new Present(new ListValue([.. names.Where(name => IsInterface(root, name)).Select(name => (Observation)new Present(Record(root, name)))]), source));

    // Beside the interfaces stands a file `bonding_masters`.
    private static bool IsInterface(HostRoot root, string name) => root.Entry($"{Folder}/{name}") is not Got<HostEntry> { Value.Kind: HostEntryKind.File };

    private static RecordValue Record(HostRoot root, string name)
    {
        var folder = $"{Folder}/{name}";
        return RecordFields.Of(
            ("name", RecordFields.Text(name)),
            ("kind", KindOf(root, folder)),
            ("state", MapFact.Inside(root.Value($"{folder}/operstate").Observe((state, _) => RecordFields.Text(state is "up" or "unknown" ? state : "down")))),
            ("speed", MapFact.Inside(root.Value($"{folder}/speed").Observe(SpeedOf))),
            ("mtu", MapFact.Inside(root.Value($"{folder}/mtu").Observe((mtu, source) => NumberOf(mtu, source, 1)))),
            ("driver", DriverOf(root, folder)));
    }

    private static Observation KindOf(HostRoot root, string folder)
    {
        var isLoopback = root.Value($"{folder}/type").Content == Loopback;
        var device = root.Value($"{folder}/uevent").Content?.Split('\n').FirstOrDefault(line => line.StartsWith("DEVTYPE=", StringComparison.Ordinal))?[8..];
        var kind = (isLoopback, device) switch
        {
            (true, _) => "loopback",
            (_, "bridge" or "bond" or "vlan") => device,
            _ when Has(root, $"{folder}/bridge") => "bridge",
            _ when Has(root, $"{folder}/bonding") => "bond",
            _ when Has(root, $"{folder}/tun_flags") => "tun",
            _ when Has(root, $"{folder}/device") => "physical",
            _ when IsVirtual(root, folder) => "virtual",
            _ => null,
        };
        return kind is null ? new Unknown(UnknownCause.MissingSource, $"{folder}/device") : RecordFields.Text(kind);
    }

    private static Observation DriverOf(HostRoot root, string folder) => root.Target($"{folder}/device/driver") switch
    {
        Got<string> target => RecordFields.Text(target.Value[(target.Value.LastIndexOf('/') + 1)..]),
        Missing<string> when IsVirtual(root, folder) => new Absent(),
        var reading => reading.Observe((_, _) => new Absent()),
    };

    private static bool IsVirtual(HostRoot root, string folder) =>
        root.Target(folder).Content?.Contains("/devices/virtual/", StringComparison.Ordinal) ?? false;

    private static bool Has(HostRoot root, string path) => root.Entry(path) is Got<HostEntry>;

    // Megabits; without a link the kernel says -1, older ones the same number without its sign.
    private static Observation SpeedOf(string text, string source) => text is "-1" or "4294967295" or "65535"
        ? new Unknown(UnknownCause.Unsupported, $"{source}: no link")
        : NumberOf(text, source, 1_000_000);

    private static Observation NumberOf(string text, string source, decimal unit) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new Present(new NumberValue(number * unit))
            : new Unknown(UnknownCause.Malformed, $"{source}: {text}");
}
