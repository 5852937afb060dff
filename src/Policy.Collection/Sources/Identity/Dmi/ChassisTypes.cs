using System.Globalization;

namespace Policy.Collection.Sources.Identity.Dmi;

/// <summary>The kinds of cases that SMBIOS knows by number, DSP0134 section 7.4.1, in the words of dmidecode(8).</summary>
internal static class ChassisTypes
{
    private static readonly string[] Names =
    [
        "Other", "Unknown", "Desktop", "Low Profile Desktop", "Pizza Box", "Mini Tower", "Tower", "Portable", "Laptop", "Notebook",
        "Hand Held", "Docking Station", "All In One", "Sub Notebook", "Space-saving", "Lunch Box", "Main Server Chassis",
        "Expansion Chassis", "Sub Chassis", "Bus Expansion Chassis", "Peripheral Chassis", "RAID Chassis", "Rack Mount Chassis",
        "Sealed-case PC", "Multi-system", "CompactPCI", "AdvancedTCA", "Blade", "Blade Enclosing", "Tablet", "Convertible",
        "Detachable", "IoT Gateway", "Embedded PC", "Mini PC", "Stick PC",
    ];

    /// <summary>The words for a number; the number itself if it has none.</summary>
    internal static string Name(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index > 0 && index <= Names.Length ? Names[index - 1] : number;
}
