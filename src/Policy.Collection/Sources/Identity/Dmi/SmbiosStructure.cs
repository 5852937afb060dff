using System.Text;

namespace Policy.Collection.Sources.Identity.Dmi;

/// <summary>One structure of SMBIOS: type, length, handle, data, and the texts behind it, DSP0134 section 6.1.</summary>
internal static class SmbiosStructure
{
    /// <summary>Bytes of type, length and handle.</summary>
    internal const int HeaderLength = 4;

    private const int LengthAt = 1;
    private const int SecondExtensionAt = 0x13;
    private const byte VirtualMachine = 1 << 4;

    /// <summary>Bytes of the part before the texts; 0 if it is none.</summary>
    internal static int FixedLength(ReadOnlySpan<byte> structure) =>
        structure.Length >= HeaderLength && structure[LengthAt] >= HeaderLength && structure[LengthAt] <= structure.Length ? structure[LengthAt] : 0;

    /// <summary>The bit "System is a virtual machine" of a BIOS structure; null if it is too short to have one.</summary>
    internal static bool? IsVirtual(ReadOnlySpan<byte> structure) =>
        FixedLength(structure) > SecondExtensionAt && structure[0] == 0 ? (structure[SecondExtensionAt] & VirtualMachine) != 0 : null;

    /// <summary>Where the next structure begins, or the end of the bytes: behind the two zeros after the texts.</summary>
    internal static int End(ReadOnlySpan<byte> structure)
    {
        var texts = structure[FixedLength(structure)..];
        var end = texts.IndexOf("\0\0"u8);
        return end < 0 ? structure.Length : structure.Length - texts.Length + end + 2;
    }

    /// <summary>The text whose number stands at a place of the fixed part; empty if there is none.</summary>
    internal static string Text(ReadOnlySpan<byte> structure, int at)
    {
        var (start, length) = Find(structure, at);
        return Encoding.Latin1.GetString(structure.Slice(start, length)).Trim();
    }

    /// <summary>The bytes of that text.</summary>
    internal static Span<byte> TextBytes(Span<byte> structure, int at)
    {
        var (start, length) = Find(structure, at);
        return structure.Slice(start, length);
    }

    private static (int Start, int Length) Find(ReadOnlySpan<byte> structure, int at)
    {
        var start = FixedLength(structure);
        var number = at < start ? structure[at] : 0;
        var end = End(structure);
        for (var index = 1; index < number && start < end; index++)
        {
            start += structure[start..end].IndexOf((byte)0) + 1;
        }

        var length = structure[start..end].IndexOf((byte)0);
        return number == 0 || length <= 0 ? (start, 0) : (start, length);
    }
}
