using Policy.Core.Facts;

namespace Policy.Collection.Sources.Kernel;

/// <summary>What stands under the paths that a policy names.</summary>
internal static class FileSource
{
    private static readonly FactDescription Files = FactDescription.Of(
        "file(*)",
        new MapType("path", new RecordType(
        [
            new FactField(
                "type",
                new StringType(["file", "directory", "link", "character", "block", "fifo", "socket"]),
                "what it is, links followed; link: one that leads nowhere"),
            .. Ownership(),
            new FactField("size", new NumberType(FactUnit.Size), "bytes; absent of anything but a file"),
        ])),
        "What stands under a path, such as /etc/docker/daemon.json; only paths that a policy names. Absent: nothing stands there.",
        "{key}");

    private static readonly FactDescription Devices = FactDescription.Of(
        "device(*)",
        new MapType("path", new RecordType(
        [
            new FactField("type", new StringType(["character", "block", "other"]), "which kind of device it is; other: it is none"),
            new FactField("major", new NumberType(), "the driver's number; absent of what is no device"),
            new FactField("minor", new NumberType(), "the device's number; absent of what is no device"),
            .. Ownership(),
        ])),
        "A device node, such as /dev/fuse; only paths that a policy names. It is not opened. "
        + "Absent: nothing stands there, though the kernel may have the driver.",
        "{key}");

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = new("files", [Files, Devices], (host, demand) =>
    [
        .. EntryMap.Endless(Files.Path, path => Look(host, path, File)).Emit(demand),
        .. EntryMap.Endless(Devices.Path, path => Look(host, path, Device)).Emit(demand),
    ]);

    private static FactField[] Ownership() =>
    [
        new FactField("mode", new StringType(), "permission bits in four octal digits, such as 0644"),
        new FactField("owner", new NumberType(), "the user's number"),
        new FactField("group", new NumberType(), "the group's number"),
    ];

    private static Observation Look(Host host, string path, Func<HostEntry, string, Observation> describe)
    {
        var place = path.TrimStart('/');
        return host.Root.Entry(place) switch
        {
            Missing<HostEntry> when CapturedTree.IsWhole(host, place) => new Absent(place),
            var entry => entry.Observe(describe),
        };
    }

    private static Observation File(HostEntry entry, string source) => Answer.Of(
        source,
        ("type", Answer.Of(Name(entry.Kind))),
        ("mode", Mode(entry)),
        ("owner", Answer.Of(entry.Owner.User)),
        ("group", Answer.Of(entry.Owner.Group)),
        ("size", entry.Kind == HostEntryKind.File ? Answer.Of(entry.Size) : new Absent()));

    private static Observation Device(HostEntry entry, string source)
    {
        var isDevice = entry.Kind is HostEntryKind.CharacterDevice or HostEntryKind.BlockDevice;
        return Answer.Of(
            source,
            ("type", Answer.Of(isDevice ? Name(entry.Kind) : "other")),
            ("major", isDevice ? Answer.Of(entry.Device.Major) : new Absent()),
            ("minor", isDevice ? Answer.Of(entry.Device.Minor) : new Absent()),
            ("mode", Mode(entry)),
            ("owner", Answer.Of(entry.Owner.User)),
            ("group", Answer.Of(entry.Owner.Group)));
    }

    private static Observation Mode(HostEntry entry) => Answer.Of(Convert.ToString(entry.Mode, 8).PadLeft(4, '0'));

    private static string Name(HostEntryKind kind) => kind switch
    {
        HostEntryKind.File => "file",
        HostEntryKind.Directory => "directory",
        HostEntryKind.Link => "link",
        HostEntryKind.CharacterDevice => "character",
        HostEntryKind.BlockDevice => "block",
        HostEntryKind.Fifo => "fifo",
        HostEntryKind.Socket => "socket",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
