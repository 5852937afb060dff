using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Policy.Core.Facts;

/// <summary>A block of addresses, such as <c>10.0.0.0/8</c> or <c>fd00::/8</c>.</summary>
public sealed record Network
{
    private readonly NetworkAddress address;
    private readonly int prefix;

    private Network(NetworkAddress address, int prefix) => (this.address, this.prefix) = (address, prefix);

    /// <summary>Reads a block: an address and the number of its fixed bits; an address alone is the block of this one address.</summary>
    /// <returns>False if a bit is set behind the fixed ones, as in <c>10.1.2.3/8</c>: nobody knows which of the two is the mistake.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out Network? network)
    {
        network = null;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (!NetworkAddress.TryParse(slash < 0 ? text : text.AsSpan(0, slash), out var address))
        {
            return false;
        }

        var prefix = address.Width;
        if (slash >= 0 && !TryPrefix(text.AsSpan(slash + 1), address.Width, out prefix))
        {
            return false;
        }

        network = new Network(address, prefix);
        return network.Fixed(address.Bits) == address.Bits;
    }

    /// <summary>Whether a text is an address of this block; false for a text that is no address.</summary>
    /// <remarks>An IPv6 address may have a zone, as in <c>fe80::1%eth0</c>, which plays no part. An IPv4 address is in no IPv6 block.</remarks>
    public bool Contains(string text)
    {
        var zone = text.IndexOf('%', StringComparison.Ordinal);
        var hasZone = zone >= 0;
        if (hasZone && (zone == text.Length - 1 || text.AsSpan(zone + 1).Contains('%')))
        {
            return false;
        }

        return NetworkAddress.TryParse(hasZone ? text.AsSpan(0, zone) : text, out var other)
            && other.IsIPv6 == address.IsIPv6
            && (other.IsIPv6 || !hasZone)
            && Fixed(other.Bits) == address.Bits;
    }

    private static bool TryPrefix(ReadOnlySpan<char> text, int width, out int prefix) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out prefix) && prefix <= width && (text.Length == 1 || text[0] != '0');

    private UInt128 Fixed(UInt128 bits)
    {
        var free = address.Width - prefix;
        return free == 128 ? 0 : bits >> free << free;
    }
}
