namespace Policy.Core.Facts.Versions;

/// <summary>Arch Linux package versions, as <c>vercmp(8)</c>.</summary>
internal static class Pacman
{
    // PKGBUILD(5) forbids colons, slashes and white space only.
    private const string Marks = "._+~^@-!#$%&*=,;";

    /// <summary>Whether it has a readable epoch, a version with a digit, and a release that is not empty.</summary>
    public static bool CanRead(ReadOnlySpan<char> text)
    {
        var parts = EpochVersionRelease.Of(text);
        return parts.IsEpochReadable
            && parts.Version.ContainsAnyInRange('0', '9')
            && EpochVersionRelease.Holds(parts.Version, Marks)
            && parts.HasRelease == (parts.Release.Length > 0)
            && EpochVersionRelease.Holds(parts.Release, Marks);
    }

    /// <summary>Below zero, zero, or above zero; a missing epoch is 0, and where one has no release none is compared.</summary>
    public static int Compare(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var first = EpochVersionRelease.Of(left);
        var second = EpochVersionRelease.Of(right);
        var order = Digits.Compare(first.Epoch, second.Epoch);
        order = order != 0 ? order : ComparePart(first.Version, second.Version);
        return order != 0 || !first.HasRelease || !second.HasRelease ? order : ComparePart(first.Release, second.Release);
    }

    private static int ComparePart(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.SequenceEqual(right))
        {
            return 0;
        }

        while (left.Length > 0 && right.Length > 0)
        {
            var separators = SkipSeparators(ref left).CompareTo(SkipSeparators(ref right));
            if (left.Length == 0 || right.Length == 0)
            {
                break;
            }

            var order = separators != 0 ? separators : Segments.Compare(ref left, ref right);
            if (order != 0)
            {
                return order;
            }
        }

        return CompareRests(left, right);
    }

    private static int SkipSeparators(ref ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && !char.IsAsciiLetterOrDigit(text[length]))
        {
            length++;
        }

        text = text[length..];
        return length;
    }

    // A remaining word such as `rc` never beats nothing; a remaining number or separator does.
    private static int CompareRests(ReadOnlySpan<char> left, ReadOnlySpan<char> right) => (left.Length, right.Length) switch
    {
        (0, 0) => 0,
        (0, _) => char.IsAsciiLetter(right[0]) ? 1 : -1,
        _ => char.IsAsciiLetter(left[0]) ? -1 : 1,
    };
}
