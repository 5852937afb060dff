using Policy.Collection.Sources.Iommu.Acpi;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Iommu;

/// <summary>The structures of Intel's table, from its bytes or from what the driver printed of them.</summary>
internal static class DmarStructureSource
{
    private const string Log = "var/log/dmesg";

    private static readonly FactField Segment = new("segment", new NumberType(), "The PCI segment");
    private static readonly FactField Devices = new("devices", new ListType(new StringType()), "PCI devices and bridges such as `0000:00:14.0`, behind bridges as `0000:00:1c.0/00.0`");

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "dmar-structures",
        DmarSource.Of(
            "dmar.units",
            new ListType(new RecordType(
            [
                new FactField("address", new NumberType(), "Where its registers are"),
                new FactField("all_devices", new BooleanType(), "It serves all devices of the segment that no other unit has"),
                Segment,
                Devices,
            ])),
            "The remapping units (DRHD).",
            DmarSource.FromDmar(table => List(table, DmarKind.Unit, Unit), log => log.Dmar.Structures(DmarKind.Unit) is { } units ? List(units, Unit) : null)),
        DmarSource.Of(
            "dmar.reserved_regions",
            new ListType(new RecordType([new FactField("base", new NumberType(), "The first address"), new FactField("end", new NumberType(), "The last address"), Segment, Devices])),
            "Memory that devices must keep reaching (RMRR). A device with such a region, other than USB and graphics, cannot be given to a guest.",
            DmarSource.FromDmar(table => List(table, DmarKind.ReservedRegion, Region), log => log.Dmar.Structures(DmarKind.ReservedRegion) is { } regions ? List(regions, Region) : null)),
        DmarSource.Of(
            "dmar.ats_ports",
            new ListType(new RecordType([new FactField("all_ports", new BooleanType(), "All root ports of the segment"), Segment, Devices])),
            "The root ports whose devices may translate addresses themselves (ATSR).",
            DmarSource.FromDmar(table => List(table, DmarKind.AtsPorts, item => [("all_ports", Answer.Of(item.Flag))]), _ => null)),
        DmarSource.Of(
            "dmar.ats_devices",
            new ListType(new RecordType([new FactField("required", new BooleanType(), "The devices do not work without it"), Segment, Devices])),
            "The devices of the chip set that may translate addresses themselves (SATC).",
            DmarSource.FromDmar(table => List(table, DmarKind.AtsDevices, item => [("required", Answer.Of(item.Flag))]), _ => null)));

    private static (string Name, Observation Value)[] Unit(DmarStructure item) => [("address", Answer.Of(item.Memory.Base)), ("all_devices", Answer.Of(item.Flag))];

    private static (string Name, Observation Value)[] Region(DmarStructure item) => [("base", Answer.Of(item.Memory.Base)), ("end", Answer.Of(item.Memory.End))];

    private static Observation List(DmarTable table, DmarKind kind, Func<DmarStructure, (string Name, Observation Value)[]> fields) => Answer.Of(table.Of(kind).Select(item =>
        Answer.Of(string.Empty, [.. fields(item), ("segment", Answer.Of(item.Segment)), ("devices", Names(item.Devices))])));

    private static Observation Names(Sequence<string>? devices) =>
        devices is { } names ? Answer.Of(names) : new Unknown(UnknownCause.Malformed, $"{AcpiTable.Folder}/DMAR: a list of devices");

    // The driver does not print which devices a structure is for.
    private static Observation List(IEnumerable<DmarStructure> items, Func<DmarStructure, (string Name, Observation Value)[]> fields) => Answer.Of(items.Select(item =>
        Answer.Of(string.Empty, [.. fields(item), ("segment", new Unknown(UnknownCause.MissingSource, Log)), ("devices", new Unknown(UnknownCause.MissingSource, Log))])));
}
