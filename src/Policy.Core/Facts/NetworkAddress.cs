namespace Policy.Core.Facts;

/// <summary>The bits of an IPv4 or IPv6 address.</summary>
/// <param name="IsIPv6">Whether it has 128 bits; otherwise 32.</param>
/// <param name="Bits">The bits, the first one the most significant of those that it has.</param>
/// <remarks>
/// Strict, so that one text is one address to every program: four decimal numbers without leading zeros, or RFC 4291 section 2.2.
/// An IPv4 address written as an IPv6 one is an IPv6 address.
/// </remarks>
internal readonly record struct NetworkAddress(bool IsIPv6, UInt128 Bits)
{
    private const int IPv6Groups = 8;

    /// <summary>How many bits it has.</summary>
    public int Width => IsIPv6 ? 128 : 32;

    /// <summary>Reads an address without a zone.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out NetworkAddress address)
    {
        var isIPv6 = text.Contains(':');
        var isRead = isIPv6 ? TryIPv6(text, out var bits) : TryIPv4(text, out bits);
        address = new NetworkAddress(isIPv6, bits);
        return isRead;
    }

    private static bool TryIPv4(ReadOnlySpan<char> text, out UInt128 bits)
    {
        bits = 0;
        var count = 0;
        foreach (var range in text.Split('.'))
        {
            var part = text[range];
            if (part.Length is 0 or > 3 || (part.Length > 1 && part[0] == '0') || part.ContainsAnyExceptInRange('0', '9'))
            {
                return false;
            }

            var number = 0u;
            foreach (var digit in part)
            {
                number = (number * 10) + digit - '0';
            }

            if (number > byte.MaxValue || ++count > 4)
            {
                return false;
            }

            bits = (bits << 8) | number;
        }

        return count == 4;
    }

    private static bool TryIPv6(ReadOnlySpan<char> text, out UInt128 bits)
    {
        bits = 0;
        var gap = text.IndexOf("::");
        if (gap < 0)
        {
            return TryGroups(text, true, out bits, out var all) && all == IPv6Groups;
        }

        var tail = text[(gap + 2)..];
        if (!TryGroups(text[..gap], false, out var left, out var before) || !TryGroups(tail, true, out var right, out var after) || before + after >= IPv6Groups)
        {
            return false;
        }

        bits = (before == 0 ? 0 : left << (16 * (IPv6Groups - before))) | right;
        return true;
    }

    private static bool TryGroups(ReadOnlySpan<char> text, bool mayEndInIPv4, out UInt128 bits, out int count)
    {
        bits = 0;
        count = 0;
        while (text.Length > 0)
        {
            var colon = text.IndexOf(':');
            var group = colon < 0 ? text : text[..colon];
            var isIPv4 = mayEndInIPv4 && colon < 0 && group.Contains('.');
            var width = isIPv4 ? 2 : 1;
            if (colon == text.Length - 1 || !(isIPv4 ? TryIPv4(group, out var value) : TryGroup(group, out value)) || count + width > IPv6Groups)
            {
                return false;
            }

            bits = (bits << (16 * width)) | value;
            count += width;
            text = colon < 0 ? [] : text[(colon + 1)..];
        }

        return true;
    }

    private static bool TryGroup(ReadOnlySpan<char> text, out UInt128 value)
    {
        value = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiHexDigit(digit))
            {
                return false;
            }

            value = (value << 4) | (UInt128)(char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }

        return text.Length is > 0 and <= 4;
    }
}
