using System.Collections.Immutable;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Identity.Dmi;

/// <summary>Reads what dmidecode(8) printed.</summary>
internal static class Dmidecode
{
    private const string VirtualMachine = "System is a virtual machine";

    private static readonly string[] Refusals = ["Permission denied", "Operation not permitted"];

    // The title of the structure, the label of the line, the name of the kernel's file.
    private static readonly ImmutableArray<(string Title, string Label, string Name)> Lines =
    [
        ("BIOS Information", "Vendor", "bios_vendor"), ("BIOS Information", "Version", "bios_version"),
        ("System Information", "Manufacturer", "sys_vendor"), ("System Information", "Product Name", "product_name"),
        ("System Information", "Version", "product_version"),
        ("Base Board Information", "Manufacturer", "board_vendor"), ("Base Board Information", "Product Name", "board_name"),
        ("Chassis Information", "Manufacturer", "chassis_vendor"), ("Chassis Information", "Type", "chassis_type"),
    ];

    /// <summary>The recorded output of a captured root.</summary>
    internal static Reading<DmiText> Read(Host host) => host.Commands.Run(HostCommand.Firmware) switch
    {
        Got<string> got when Parse(HostRoot.SplitLines(got.Value)) is { } text => new Got<DmiText>(text, got.Source),
        Got<string> got when Array.Exists(Refusals, text => got.Value.Contains(text, StringComparison.Ordinal)) =>
            new Failed<DmiText>(UnknownCause.Denied, got.Source),
        Got<string> got => new Missing<DmiText>(got.Source),
        var reading => reading.Then(_ => new DmiText(new Dictionary<string, string>(), null)),
    };

    /// <summary>Reads its lines; null if they tell nothing. Of several structures with the same title the first tells.</summary>
    internal static DmiText? Parse(IEnumerable<string> lines)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var (title, hasBios, isVirtual) = (string.Empty, false, false);
        foreach (var line in lines.Select(line => line.TrimEnd()))
        {
            title = line is [not ('\t' or ' '), ..] ? line : title;
            hasBios |= title == "BIOS Information";
            isVirtual |= title == "BIOS Information" && line.Trim() == VirtualMachine;
            Add(title, line, fields);
        }

        var said = fields.Where(field => field.Value is not ("" or "Not Specified")).ToDictionary(StringComparer.Ordinal);
        return said.Count == 0 ? null : new DmiText(said, hasBios ? isVirtual : null);
    }

    private static void Add(string title, string line, Dictionary<string, string> fields)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var name = line is ['\t', not '\t', ..] && colon > 0 ? Array.Find([.. Lines], item => item.Title == title && item.Label == line[1..colon]).Name : null;
        if (name is not null)
        {
            fields.TryAdd(name, line[(colon + 1)..].Trim());
        }
    }
}
