using System.Globalization;

namespace Policy.Collection.Sources.Iommu.Log;

/// <summary>What a unit of Intel's says of itself.</summary>
/// <param name="Address">Where its registers are, in hexadecimal digits.</param>
/// <param name="Version">Such as <c>1:0</c>.</param>
/// <param name="Capabilities">The capability register in hexadecimal digits.</param>
/// <param name="Extended">The extended capability register in hexadecimal digits.</param>
internal sealed record UnitRegisters(string Address, string Version, string Capabilities, string Extended)
{
    /// <summary>Reads <c>dmar0: reg_base_addr fed90000 ver 1:0 cap c0000020660462 ecap f0101a</c>; Linux before 3.15 wrote <c>IOMMU 0:</c>.</summary>
    internal static (string Name, UnitRegisters Registers)? Parse(ReadOnlySpan<char> message)
    {
        var colon = message.IndexOf(": reg_base_addr ");
        if (colon < 0)
        {
            return null;
        }

        var name = message[..colon].ToString().Replace("IOMMU ", "dmar", StringComparison.Ordinal);
        return message[(colon + 2)..].ToString().Split(' ') is ["reg_base_addr", var address, "ver", var version, "cap", var capabilities, "ecap", var extended, ..]
            && Array.TrueForAll([address, capabilities, extended], IsNumber)
            ? (name, new UnitRegisters(address, version, capabilities, extended))
            : null;
    }

    private static bool IsNumber(string text) => ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);
}
