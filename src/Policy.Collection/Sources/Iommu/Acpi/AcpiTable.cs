using System.Buffers.Binary;
using System.Text;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Iommu.Acpi;

/// <summary>The header that every ACPI table has, ACPI 6.5 section 5.2.6.</summary>
/// <remarks>A file is no table because of its name: signature, length and checksum must be right.</remarks>
internal static class AcpiTable
{
    /// <summary>Bytes of the header.</summary>
    internal const int HeaderLength = 36;

    /// <summary>Where the kernel shows the tables: names for everyone, contents for root.</summary>
    internal const string Folder = "sys/firmware/acpi/tables";

    private const int LengthOffset = 4;

    /// <summary>Reads a table and what stands in it; <see cref="UnknownCause.Malformed"/> if header or structures are implausible.</summary>
    /// <param name="root">The host's files.</param>
    /// <param name="name">The file's name: the signature, with a number behind it if the firmware has several.</param>
    /// <param name="parse">Gives the content of a whole table, or null and says what is wrong.</param>
    internal static Reading<T> Read<T>(HostRoot root, string name, AcpiTableParser<T> parse)
        where T : class
    {
        return root.Bytes($"{Folder}/{name}") switch
        {
            Got<byte[]> file => Parse(file, name, parse),
            var reading => reading.Then<T>(_ => throw new System.Diagnostics.UnreachableException()),
        };
    }

    private static Reading<T> Parse<T>(Got<byte[]> file, string name, AcpiTableParser<T> parse)
        where T : class
    {
        var defect = Defect(file.Value, name.AsSpan(0, 4));
        var content = defect is null ? parse(file.Value.AsSpan(0, Length(file.Value)), out defect) : null;
        return content is null ? new Failed<T>(UnknownCause.Malformed, file.Source, defect ?? string.Empty) : new Got<T>(content, file.Source);
    }

    private static string? Defect(ReadOnlySpan<byte> file, ReadOnlySpan<char> signature)
    {
        if (file.Length < HeaderLength)
        {
            return $"{file.Length} bytes are no ACPI table";
        }

        if (!signature.SequenceEqual(Encoding.Latin1.GetString(file[..4])))
        {
            return "the signature is another one";
        }

        var length = Length(file);
        if (length < HeaderLength || length > file.Length)
        {
            return $"{file.Length} of {(uint)length} bytes";
        }

        return HasChecksum(file[..length]) ? null : "the checksum is wrong";
    }

    private static int Length(ReadOnlySpan<byte> file) => BinaryPrimitives.ReadInt32LittleEndian(file[LengthOffset..]);

    private static bool HasChecksum(ReadOnlySpan<byte> table)
    {
        byte sum = 0;
        foreach (var value in table)
        {
            sum = unchecked((byte)(sum + value));
        }

        return sum == 0;
    }
}

/// <summary>Gives the content of a whole table, or null and says what is wrong.</summary>
internal delegate T? AcpiTableParser<out T>(ReadOnlySpan<byte> table, out string? defect);
