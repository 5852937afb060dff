namespace Policy.Core.Facts.Versions;

/// <summary>Debian policy 5.6.12: <c>[epoch:]upstream[-revision]</c>, as <c>dpkg --compare-versions</c>.</summary>
internal static class Deb
{
    public static bool CanRead(ReadOnlySpan<char> text)
    {
        var parts = new EpochText(text);
        return parts.HasReadableEpoch && Digits.Count(parts.Version) > 0 && (!parts.HasRelease || parts.Release.Length > 0)
            && Has(parts.Version, ".+-~:") && Has(parts.Release, ".+~");
    }

    public static int Compare(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var a = new EpochText(left);
        var b = new EpochText(right);
        var order = Digits.Compare(a.Epoch, b.Epoch);
        order = order != 0 ? order : ComparePart(a.Version, b.Version);
        return order != 0 ? order : ComparePart(a.Release, b.Release);
    }

    private static bool Has(ReadOnlySpan<char> text, string others)
    {
        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && !others.Contains(letter, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    // Alternately a run of anything but digits, letter by letter, and a run of digits as a number.
    private static int ComparePart(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        while (left.Length > 0 || right.Length > 0)
        {
            while ((left.Length > 0 && !char.IsAsciiDigit(left[0])) || (right.Length > 0 && !char.IsAsciiDigit(right[0])))
            {
                var letters = Weight(left).CompareTo(Weight(right));
                if (letters != 0)
                {
                    return letters;
                }

                left = left[1..];
                right = right[1..];
            }

            var (a, b) = (Digits.Count(left), Digits.Count(right));
            var numbers = Digits.Compare(left[..a], right[..b]);
            if (numbers != 0)
            {
                return numbers;
            }

            left = left[a..];
            right = right[b..];
        }

        return 0;
    }

    // The tilde sorts before the end, the end and digits before letters, letters before all else.
    private static int Weight(ReadOnlySpan<char> rest) => rest.Length == 0 || char.IsAsciiDigit(rest[0]) ? 0
        : rest[0] == '~' ? -1
        : char.IsAsciiLetter(rest[0]) ? rest[0]
        : rest[0] + 256;
}
