using System.Globalization;
using Policy.Collection.Sources.Iommu.Acpi;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Iommu;

/// <summary>What stands in AMD's table.</summary>
internal static class IvrsSource
{
    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "ivrs-table",
        Of(
            "ivrs.dma_remap",
            new BooleanType(),
            "The firmware protected itself from DMA and asks the system to go on: bit 1 of the IVRS table's IVinfo.",
            (table, source) => Answer.Of(table.DmaRemap, source)),
        Of(
            "ivrs.blocks",
            new ListType(new RecordType(
            [
                new FactField("type", new StringType(), "`10h`, and with more features `11h` and `40h`"),
                new FactField("device", new StringType(), "The IOMMU as a PCI device, such as `0000:00:00.2`"),
                new FactField("address", new NumberType(), "Where its registers are"),
            ])),
            "The blocks that describe IOMMUs (IVHD); up to three describe the same one.",
            (table, source) => Answer.Of(table.Blocks.Where(block => block.IsUnit).Select(Unit), source)),
        Of(
            "ivrs.reserved_regions",
            new ListType(new RecordType(
            [
                new FactField("base", new NumberType(), "The first address"),
                new FactField("end", new NumberType(), "The last address"),
                new FactField("kind", new StringType(["unity", "exclusion", "other"]), "Mapped one to one, or left out of the translation"),
                new FactField("first_device", new StringType(), "The first device that uses it; absent: all devices"),
                new FactField("last_device", new StringType(), "The last device that uses it; absent: all devices"),
            ])),
            "Memory that devices must keep reaching (IVMD); such a device cannot be given to a guest.",
            (table, source) => Answer.Of(table.Blocks.Where(block => block.IsMemory).Select(Region), source)));

    private static SingleFact Of(string path, FactType type, string describe, Func<IvrsTable, string, Observation> answer) => new(
        FactDescription.Of(path, type, $"{describe} Absent if the firmware has no such table.", FirmwareIommu.Sources) with { Privilege = FactPrivilege.Root },
        host => FirmwareIommu.Of(host).Observe((firmware, source) => firmware.Ivrs is { } table ? answer(table, source) : new Absent(source)));

    private static Observation Unit(IvrsBlock block) => Answer.Of(
        string.Empty,
        ("type", Answer.Of(block.Type.ToString("x2", CultureInfo.InvariantCulture) + "h")),
        ("device", Answer.Of(DeviceScopes.Name(block.Segment, block.Device))),
        ("address", Answer.Of(block.Memory.Base)));

    private static Observation Region(IvrsBlock block) => Answer.Of(
        string.Empty,
        ("base", Answer.Of(block.Memory.Base)),
        ("end", Answer.Of(block.Memory.End)),
        ("kind", Answer.Of(Kind(block.Flags))),
        ("first_device", Device(block, block.Device)),
        ("last_device", Device(block, block.Type == 0x22 ? block.LastDevice : block.Device)));

    private static Observation Device(IvrsBlock block, ushort device) => block.Type == 0x20 ? new Absent() : Answer.Of(DeviceScopes.Name(block.Segment, device));

    private static string Kind(byte flags) => (flags & 8) != 0 ? "exclusion" : (flags & 1) != 0 ? "unity" : "other";
}
