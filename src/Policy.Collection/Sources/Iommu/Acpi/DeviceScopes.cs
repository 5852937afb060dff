using System.Globalization;
using Policy.Core.Diagnostics;

namespace Policy.Collection.Sources.Iommu.Acpi;

/// <summary>The devices that a structure of Intel's table is about: VT-d specification, section 8.3.1.</summary>
internal static class DeviceScopes
{
    private const int FixedLength = 6;
    private const int LengthOffset = 1;
    private const int BusOffset = 5;

    /// <summary>The PCI devices and bridges, such as <c>0000:00:14.0</c>; null if the list is broken.</summary>
    /// <remarks>Of a device behind bridges the numbers of the buses are not in the table: <c>0000:00:1c.0/00.0</c>.</remarks>
    internal static Sequence<string>? Parse(ReadOnlySpan<byte> scopes, ushort segment)
    {
        var devices = new List<string>();
        for (var rest = scopes; rest.Length > 0;)
        {
            var length = rest.Length < FixedLength ? 0 : rest[LengthOffset];
            if (length < FixedLength + 2 || length > rest.Length || length % 2 != 0)
            {
                return null;
            }

            // Interrupt controllers, timers and devices of the ACPI name space have no place among the PCI devices.
            if (rest[0] is 1 or 2)
            {
                devices.Add(Name(segment, rest[BusOffset], rest[FixedLength..length]));
            }

            rest = rest[length..];
        }

        return devices.ToSequence();
    }

    /// <summary>The name of a device from the number that it signs its requests with.</summary>
    internal static string Name(ushort segment, ushort device) =>
        string.Create(CultureInfo.InvariantCulture, $"{segment:x4}:{device >> 8:x2}:{(device >> 3) & 0x1f:x2}.{device & 7:x}");

    private static string Name(ushort segment, byte bus, ReadOnlySpan<byte> path)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{segment:x4}:{bus:x2}:{path[0]:x2}.{path[1]:x}");
        for (var hop = path[2..]; hop.Length > 0; hop = hop[2..])
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{name}/{hop[0]:x2}.{hop[1]:x}");
        }

        return name;
    }
}
