using Policy.Core.Facts;

namespace Policy.Collection.Sources.Identity.Dmi;

/// <summary>What the firmware calls the machine and its parts.</summary>
internal static class DmiFacts
{
    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "dmi",
        Fact("sys_vendor", "Who made the system. Makers of hypervisors make computers too, so it is no proof of a virtual machine."),
        Fact("product_name", "What the maker calls the system."),
        Fact("product_version", "The maker's version of the system."),
        Fact("board_vendor", "Who made the main board."),
        Fact("bios_vendor", "Who made the firmware."),
        Fact("bios_version", "The version of the firmware."),
        Fact("chassis_type", "The kind of case in the words of dmidecode, such as `Notebook` or `Rack Mount Chassis`."));

    private static SingleFact Fact(string name, string describe) => new(
        FactDescription.Of(
            $"dmi.{name}",
            new StringType(),
            $"{describe} Absent: the firmware leaves it out; unknown without SMBIOS.",
            DmiText.Sources),
        host => DmiText.Of(host).Observe((text, source) => text[name] is { Length: > 0 } value ? Answer.Of(value, Place(source, name)) : new Absent(source)));

    private static string Place(string source, string name) => source.EndsWith("dmi/id", StringComparison.Ordinal) ? $"{source}/{name}" : source;
}
