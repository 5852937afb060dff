using System.Globalization;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Pci;

/// <summary>The PCI devices: <c>Documentation/ABI/testing/sysfs-bus-pci</c>.</summary>
internal static class PciDevices
{
    private const string Bus = "sys/bus";

    /// <summary>Where each device has a folder.</summary>
    internal const string Folder = "sys/bus/pci/devices";

    private static readonly RecordType Device = new(
    [
        new FactField("address", new StringType(), "Domain, bus, device and function, such as `0000:00:02.0`"),
        new FactField("vendor", new StringType(), "The vendor's number, such as `0x8086`"),
        new FactField("device", new StringType(), "The vendor's number of the device, such as `0x1572`"),
        new FactField("class", new StringType(), "Class, subclass and interface, such as `0x020000`"),
        new FactField("driver", new StringType(), "The driver that has it, such as `vfio-pci`; absent if none has"),
        new FactField("iommu_group", new NumberType(), "The number of its group in `iommu.groups`; absent if no IOMMU guards it"),
        new FactField("numa_node", new NumberType(), "The node that it is near to; absent if the firmware does not say it"),
        new FactField("iommu_type", new StringType(), "How its group is translated, such as `DMA-FQ` or `identity`; absent if no IOMMU guards it"),
        new FactField("sriov_total", new NumberType(), "How many virtual functions it can have; absent without SR-IOV"),
        new FactField("sriov_used", new NumberType(), "How many virtual functions it has; absent without SR-IOV"),
        new FactField("sriov_autoprobe", new BooleanType(), "Drivers of the host take new virtual functions at once; absent without SR-IOV"),
        new FactField("physical_function", new StringType(), "The device whose virtual function it is; absent if it is none"),
        new FactField("reset_methods", new ListType(new StringType()), "How it can be reset between two guests, such as `flr` or `bus`; absent if it cannot"),
        new FactField("boot_vga", new BooleanType(), "The firmware showed its screen on it; absent of all but graphics adapters"),
    ]);

    private static readonly FactDescription Devices = FactDescription.Of(
        "pci.devices",
        new ListType(Device),
        "The PCI devices, in the order of their addresses. Absent if the running kernel has no PCI bus.",
        Folder);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source("pci-devices", new SingleFact(Devices, Look));

    /// <summary>Whether a name is a PCI address such as <c>0000:00:02.0</c>; domains of 32 bits have more digits.</summary>
    internal static bool IsAddress(string name)
    {
        var parts = name.Split(':', '.');
        return parts is [{ Length: >= 4 and <= 8 }, { Length: 2 }, { Length: 2 }, { Length: 1 }] && Array.TrueForAll(parts, part => part.All(char.IsAsciiHexDigit));
    }

    /// <summary>The first device for which the kernel shows a unit that translates it, or null.</summary>
    internal static string? BehindIommu(HostRoot root) => (root.Names(Folder).Content ?? [])
        .Where(IsAddress)
        .Select(address => $"{Folder}/{address}/iommu")
        .FirstOrDefault(unit => root.Names(unit) is Got<string[]> { Value.Length: > 0 });

    private static Observation Look(Host host) => host.Root.Names(Folder) switch
    {
        Missing<string[]> when host.IsComplete && host.Root.Names(Bus) is Got<string[]> { Value.Length: > 0 } => new Absent(Bus),
        var names => names.Observe((all, source) => Answer.Of(all.Where(IsAddress).Select(address => Describe(host, address)), source)),
    };

    private static Observation Describe(Host host, string address)
    {
        var folder = PciFolder.Of(host, $"{Folder}/{address}");
        return Answer.Of(
            string.Empty,
            ("address", Answer.Of(address)),
            ("vendor", folder.Text("vendor")),
            ("device", folder.Text("device")),
            ("class", folder.Text("class")),
            ("driver", folder.LinkName("driver", name => Answer.Of(name))),
            ("iommu_group", folder.LinkName("iommu_group", Number)),
            ("numa_node", folder.File("numa_node", text => text == "-1" ? new Absent() : Number(text))),
            ("iommu_type", folder.Below("iommu_group", "type", text => Answer.Of(text))),
            ("sriov_total", folder.File("sriov_totalvfs", Number)),
            ("sriov_used", folder.File("sriov_numvfs", Number)),
            ("sriov_autoprobe", folder.File("sriov_drivers_autoprobe", Truth)),
            ("physical_function", folder.LinkName("physfn", name => Answer.Of(name))),
            ("reset_methods", ResetMethods(folder)),
            ("boot_vga", folder.File("boot_vga", Truth)));
    }

    // Linux before 5.15 says only that there is a way, by a file that writes start it.
    private static Observation ResetMethods(PciFolder folder) => folder.Has("reset") && !folder.Has("reset_method")
        ? new Unknown(UnknownCause.Unsupported, "the kernel does not say by which method")
        : folder.File("reset_method", text => Answer.Of(text.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    private static Observation Truth(string text) => text switch
    {
        "1" => Answer.Of(true),
        "0" => Answer.Of(false),
        _ => new Unknown(UnknownCause.Malformed, text),
    };

    private static Observation Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Answer.Of(number) : new Unknown(UnknownCause.Malformed, text);
}
