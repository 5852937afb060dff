namespace Policy.Collection.Sources.Iommu.Log;

/// <summary>One line of the kernel's log.</summary>
internal static class KernelMessage
{
    /// <summary>Everything that is read for the log.</summary>
    internal static readonly string[] Sources = ["syslog(2)", "dmesg", "var/log/dmesg"];

    /// <summary>The text behind the time and, on kernels that print it, the caller: <c>[    0.04][    T0] DMAR: IOMMU enabled</c>.</summary>
    internal static ReadOnlySpan<char> Text(string line)
    {
        var text = AfterBracket(line.AsSpan());
        return IsCaller(text) ? AfterBracket(text) : text;
    }

    /// <summary>What stands behind a beginning of the message; false if the message begins otherwise.</summary>
    /// <remarks>Only beginnings count: advice such as "Please enable the IOMMU option" names things that are there and running.</remarks>
    internal static bool TryTail(ReadOnlySpan<char> message, string beginning, out ReadOnlySpan<char> tail)
    {
        var begins = message.StartsWith(beginning, StringComparison.Ordinal);
        tail = begins ? message[beginning.Length..] : [];
        return begins;
    }

    private static ReadOnlySpan<char> AfterBracket(ReadOnlySpan<char> text)
    {
        var end = text.StartsWith('[') ? text.IndexOf(']') : -1;
        return (end < 0 ? text : text[(end + 1)..]).TrimStart(' ');
    }

    private static bool IsCaller(ReadOnlySpan<char> text)
    {
        var inside = text.StartsWith('[') ? text[1..].TrimStart(' ') : [];
        return inside.Length > 1 && inside[0] is 'T' or 'C' && char.IsAsciiDigit(inside[1]);
    }
}
