using Policy.Core.Facts;
using Policy.Core.Rules;

namespace Policy.Core.Compliance;

/// <summary>What changing a fact takes where no author of a rule says it.</summary>
internal static class FactEffort
{
    // The first row whose beginning is that of the path.
    private static readonly (string Beginning, RemedyEffort Effort)[] Rows =
    [
        ("cpu.virtualization_disabled", RemedyEffort.Firmware),
        ("firmware.", RemedyEffort.Firmware),
        ("dmi.bios", RemedyEffort.Firmware),
        ("acpi.", RemedyEffort.Firmware),
        ("iommu.", RemedyEffort.Reboot),
        ("kernel.cmdline", RemedyEffort.Reboot),
        ("kernel.config", RemedyEffort.Software),
        ("kernel.version", RemedyEffort.Reboot),
        ("cpu.", RemedyEffort.Hardware),
        ("memory.", RemedyEffort.Hardware),
        ("numa.", RemedyEffort.Hardware),
        ("pci", RemedyEffort.Hardware),
        ("dmi.", RemedyEffort.Hardware),
        ("host.", RemedyEffort.Hardware),
        ("os.", RemedyEffort.Software),
        ("package", RemedyEffort.Software),
        ("runtime", RemedyEffort.Software),
        ("language", RemedyEffort.Software),
        ("library", RemedyEffort.Software),
        ("database", RemedyEffort.Software),
        ("tool", RemedyEffort.Software),
    ];

    /// <summary>The effort; what nothing else is said of is a setting.</summary>
    public static RemedyEffort Of(FactReference fact) =>
        Array.Find(Rows, row => fact.Path.StartsWith(row.Beginning, StringComparison.Ordinal)) is { Beginning: not null } row ? row.Effort : RemedyEffort.Configuration;
}
