using System.Buffers.Binary;
using System.Text;

namespace Policy.Tests.Collection.Iommu;

/// <summary>Makes ACPI tables with a right header.</summary>
internal static class AcpiBytes
{
    /// <summary>Intel's table; the structures follow its fixed part.</summary>
    public static byte[] Dmar(byte width, byte flags, params byte[][] structures) => Table("DMAR", [(byte)(width - 1), flags, .. new byte[10]], structures);

    /// <summary>AMD's table.</summary>
    public static byte[] Ivrs(uint info, params byte[][] blocks) => Table("IVRS", [.. Number(info, 4), .. new byte[8]], blocks);

    /// <summary>ARM's table.</summary>
    public static byte[] Iort(params byte[][] nodes) => Table("IORT", [.. Number((uint)nodes.Length, 4), .. Number(48, 4), .. new byte[4]], nodes);

    /// <summary>A remapping unit of Intel's table.</summary>
    public static byte[] Unit(ulong address) => [.. Number(0, 2), .. Number(16, 2), .. new byte[4], .. Number(address, 8)];

    /// <summary>A reserved region of Intel's table.</summary>
    public static byte[] Region(ulong first, ulong last) => [.. Number(1, 2), .. Number(24, 2), .. new byte[4], .. Number(first, 8), .. Number(last, 8)];

    /// <summary>A structure of Intel's table about devices, with their scopes.</summary>
    public static byte[] Ports(byte type, byte flags, params byte[] scopes) => [type, 0, .. Number((ulong)(8 + scopes.Length), 2), flags, 0, 1, 0, .. scopes];

    /// <summary>Memory of AMD's table.</summary>
    public static byte[] Memory(byte type, byte flags, ulong first, ulong length) =>
        [type, flags, .. Number(32, 2), .. Number(0x10, 2), .. Number(0x18, 2), .. new byte[8], .. Number(first, 8), .. Number(length, 8)];

    /// <summary>A node of ARM's table for an SMMU of version 1 or 2.</summary>
    public static byte[] Smmu(uint model) => [3, .. Number(36, 2), .. new byte[29], .. Number(model, 4)];

    /// <summary>A block of one IOMMU of AMD's table.</summary>
    public static byte[] Block(byte type, ushort device) => [type, 0, .. Number(24, 2), .. Number(device, 2), .. new byte[18]];

    /// <summary>A node of ARM's table.</summary>
    public static byte[] Node(byte type) => [type, .. Number(16, 2), .. new byte[13]];

    /// <summary>A table with a header; its checksum is right.</summary>
    public static byte[] Table(string signature, byte[] body, params byte[][] structures)
    {
        byte[] table = [.. Encoding.ASCII.GetBytes(signature), .. new byte[32], .. body, .. structures.SelectMany(structure => structure)];
        BinaryPrimitives.WriteInt32LittleEndian(table.AsSpan(4), table.Length);
        table[9] = unchecked((byte)-table.Sum(value => value));
        return table;
    }

    private static byte[] Number(ulong value, int length)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        return bytes[..length];
    }
}
