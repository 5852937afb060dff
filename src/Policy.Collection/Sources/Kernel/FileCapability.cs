using System.Buffers.Binary;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Kernel;

/// <summary>The part of root's power that a program gets from its file: <c>vfs_cap_data</c> of <c>include/uapi/linux/capability.h</c>.</summary>
internal static class FileCapability
{
    /// <summary>The attribute that holds it.</summary>
    internal const string Name = "security.capability";

    private const uint RevisionMask = 0xff000000;
    private const uint Second = 0x02000000;
    private const uint Third = 0x03000000;
    private const uint Effective = 1;
    private const int SecondLength = 20;
    private const int ThirdLength = 24;

    /// <summary>Whether everybody who starts a program has a capability at once.</summary>
    /// <param name="attribute">The bytes of the attribute.</param>
    /// <param name="source">The program.</param>
    /// <param name="bit">The number of the capability, below 32.</param>
    internal static Observation Gives(ReadOnlySpan<byte> attribute, string source, int bit)
    {
        var isSecond = attribute.Length == SecondLength && Word(attribute, 0, RevisionMask) == Second;
        var isThird = attribute.Length == ThirdLength && Word(attribute, 0, RevisionMask) == Third;
        if (!isSecond && !isThird)
        {
            return new Unknown(UnknownCause.Malformed, $"{source}: {Name}");
        }

        // The third revision names the root of a namespace: what belongs to another root gives nothing here.
        var isOurs = isSecond || Word(attribute, SecondLength) == 0;
        return Answer.Of(isOurs && (Word(attribute, 0) & Effective) != 0 && ((Word(attribute, sizeof(uint)) >> bit) & 1) != 0);
    }

    private static uint Word(ReadOnlySpan<byte> bytes, int offset, uint mask = uint.MaxValue) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[offset..]) & mask;
}
