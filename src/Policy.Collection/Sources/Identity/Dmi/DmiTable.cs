using System.Collections.Immutable;
using System.Globalization;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Identity.Dmi;

/// <summary>Reads the table of SMBIOS itself, which only root may.</summary>
internal static class DmiTable
{
    /// <summary>Where it stands.</summary>
    internal const string Place = "sys/firmware/dmi/tables/DMI";
    private const byte EndOfTable = 127;
    private const byte Chassis = 3;
    private const int ChassisTypeAt = 5;
    private const byte ChassisTypeMask = 0x7f;

    // Type of the structure, place of the number of the text, name of the kernel's file.
    private static readonly ImmutableArray<(byte Type, int At, string Name)> Texts =
    [
        (0, 4, "bios_vendor"), (0, 5, "bios_version"),
        (1, 4, "sys_vendor"), (1, 5, "product_name"), (1, 6, "product_version"),
        (2, 4, "board_vendor"), (2, 5, "board_name"),
        (3, 4, "chassis_vendor"),
    ];

    /// <summary>The texts.</summary>
    internal static Reading<DmiText> Read(HostRoot root) => root.Bytes(Place) switch
    {
        Got<byte[]> got when Parse(got.Value) is { Fields.Count: > 0 } text => new Got<DmiText>(text, Place),
        Got<byte[]> => new Failed<DmiText>(UnknownCause.Malformed, Place),
        var reading => reading.Then(_ => Parse([])),
    };

    /// <summary>Reads the structures up to the first that is none; of several of a type the first tells.</summary>
    internal static DmiText Parse(ReadOnlySpan<byte> table)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        bool? isVirtual = null;
        while (SmbiosStructure.FixedLength(table) > 0 && table[0] != EndOfTable)
        {
            isVirtual ??= SmbiosStructure.IsVirtual(table);
            AddTexts(table, fields);
            table = table[SmbiosStructure.End(table)..];
        }

        return new DmiText(fields.Where(field => field.Value.Length > 0).ToDictionary(StringComparer.Ordinal), isVirtual);
    }

    private static void AddTexts(ReadOnlySpan<byte> structure, Dictionary<string, string> fields)
    {
        foreach (var (type, at, name) in Texts)
        {
            if (structure[0] == type)
            {
                fields.TryAdd(name, SmbiosStructure.Text(structure, at));
            }
        }

        if (structure[0] == Chassis && SmbiosStructure.FixedLength(structure) > ChassisTypeAt)
        {
            fields.TryAdd("chassis_type", ChassisTypes.Name((structure[ChassisTypeAt] & ChassisTypeMask).ToString(CultureInfo.InvariantCulture)));
        }
    }
}
