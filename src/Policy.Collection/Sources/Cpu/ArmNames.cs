using System.Collections.Frozen;
using System.Globalization;

namespace Policy.Collection.Sources.Cpu;

/// <summary>The names behind the numbers that ARM processors have in their main ID register.</summary>
internal static class ArmNames
{
    private const int Arm = 0x41;

    private static readonly FrozenDictionary<int, string> Implementers = new Dictionary<int, string>
    {
        [Arm] = "ARM",
        [0x42] = "Broadcom",
        [0x43] = "Cavium",
        [0x44] = "DEC",
        [0x46] = "FUJITSU",
        [0x48] = "HiSilicon",
        [0x49] = "Infineon",
        [0x4d] = "Motorola/Freescale",
        [0x4e] = "NVIDIA",
        [0x50] = "APM",
        [0x51] = "Qualcomm",
        [0x53] = "Samsung",
        [0x56] = "Marvell",
        [0x61] = "Apple",
        [0x66] = "Faraday",
        [0x69] = "Intel",
        [0x6d] = "Microsoft",
        [0x70] = "Phytium",
        [0xc0] = "Ampere",
    }.ToFrozenDictionary();

    /// <summary>Who made it, by <c>CPU implementer</c>; null if the number is not known here.</summary>
    internal static string? Implementer(string text) => TryHex(text, out var number) ? Implementers.GetValueOrDefault(number) : null;

    /// <summary>Which core it is, by <c>CPU implementer</c> and <c>CPU part</c>; null if the numbers are not known here.</summary>
    internal static string? Core(string implementer, string part) => (TryHex(implementer, out var maker), TryHex(part, out var number)) switch
    {
        (true, true) when maker == Arm => ArmCores.Designs.GetValueOrDefault(number),
        (true, true) => ArmCores.Others.GetValueOrDefault((maker, number)),
        _ => null,
    };

    /// <summary>Reads a number such as <c>0xd46</c>.</summary>
    internal static bool TryHex(string text, out int number)
    {
        number = 0;
        return text.StartsWith("0x", StringComparison.Ordinal) && int.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out number);
    }
}
