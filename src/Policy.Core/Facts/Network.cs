using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Policy.Core.Facts;

/// <summary>A CIDR block of IPv4 or IPv6.</summary>
/// <remarks>Strict: four decimal parts without leading zeros, at most four hexadecimal digits a group; the two families never contain each other.</remarks>
public sealed class Network
{
    private readonly byte[] address;
    private readonly int prefix;

    private Network(byte[] address, int prefix) => (this.address, this.prefix) = (address, prefix);

    /// <summary>Reads <c>10.0.0.0/8</c>, <c>fd00::/8</c> or a single address.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Network? network)
    {
        network = null;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (AddressOf(slash < 0 ? text : text[..slash]) is not { } address)
        {
            return false;
        }

        var prefix = address.Length * 8;
        if (slash >= 0 && (!int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out prefix) || prefix > address.Length * 8))
        {
            return false;
        }

        network = new Network(address, prefix);
        return true;
    }

    /// <summary>Whether a text is an address of the block; false for a text that is no address.</summary>
    public bool Contains(string text)
    {
        var percent = text.IndexOf('%', StringComparison.Ordinal);
        var hasZone = percent > 0 && percent < text.Length - 1 && text.Contains(':', StringComparison.Ordinal);
        return AddressOf(hasZone ? text[..percent] : text) is { } other && other.Length == address.Length && HasPrefix(other);
    }

    private bool HasPrefix(byte[] other)
    {
        var whole = prefix / 8;
        var mask = (byte)((0xFF00 >> (prefix % 8)) & 0xFF);
        return other.AsSpan(0, whole).SequenceEqual(address.AsSpan(0, whole))
            && (prefix % 8 == 0 || (other[whole] & mask) == (address[whole] & mask));
    }

    private static byte[]? AddressOf(string text) => text.Contains(':', StringComparison.Ordinal) ? Version6(text) : Version4(text);

    private static byte[]? Version4(string text)
    {
        var parts = text.Split('.');
        var bytes = new byte[4];
        if (parts.Length != 4)
        {
            return null;
        }

        for (var index = 0; index < 4; index++)
        {
            var part = parts[index];
            if (part.Length is 0 or > 3 || (part.Length > 1 && part[0] == '0') || !byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out bytes[index]))
            {
                return null;
            }
        }

        return bytes;
    }

    private static byte[]? Version6(string text)
    {
        var groups = text.Split(':');
        var isStrict = groups.Select((group, index) => (Group: group, IsLast: index == groups.Length - 1))
            .All(item => item.Group.All(char.IsAsciiHexDigit) ? item.Group.Length <= 4 : item.IsLast && Version4(item.Group) is not null);
        return isStrict && IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6 ? address.GetAddressBytes() : null;
    }
}
