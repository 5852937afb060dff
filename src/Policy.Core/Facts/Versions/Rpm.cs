namespace Policy.Core.Facts.Versions;

/// <summary>RPM package versions, <c>rpm-version(7)</c>: <c>rpmvercmp</c> with epoch, <c>~</c> and <c>^</c>.</summary>
internal static class Rpm
{
    /// <summary>Whether it has a readable epoch, a version, a release that is not empty, and a digit besides the epoch.</summary>
    /// <remarks>The tools compare any text; a text without a digit is a mistake such as <c>latest</c>.</remarks>
    public static bool CanRead(ReadOnlySpan<char> text)
    {
        var parts = EpochVersionRelease.Of(text);
        return parts.IsEpochReadable
            && parts.Version.Length > 0
            && EpochVersionRelease.Holds(parts.Version, "._+~^-")
            && parts.HasRelease == (parts.Release.Length > 0)
            && EpochVersionRelease.Holds(parts.Release, "._+~^")
            && (parts.Version.ContainsAnyInRange('0', '9') || parts.Release.ContainsAnyInRange('0', '9'));
    }

    /// <summary>Below zero, zero, or above zero; a missing epoch is 0, a missing release is below any other.</summary>
    public static int Compare(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var first = EpochVersionRelease.Of(left);
        var second = EpochVersionRelease.Of(right);
        var order = Digits.Compare(first.Epoch, second.Epoch);
        order = order != 0 ? order : ComparePart(first.Version, second.Version);
        order = order != 0 ? order : first.HasRelease.CompareTo(second.HasRelease);
        return order != 0 ? order : ComparePart(first.Release, second.Release);
    }

    private static int ComparePart(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        while (left.Length > 0 || right.Length > 0)
        {
            left = SkipSeparators(left);
            right = SkipSeparators(right);
            var order = CompareMarks(left, right, out var isDecided);
            if (isDecided && order != 0)
            {
                return order;
            }

            if (isDecided)
            {
                left = left[1..];
                right = right[1..];
                continue;
            }

            if (left.Length == 0 || right.Length == 0)
            {
                break;
            }

            order = Segments.Compare(ref left, ref right);
            if (order != 0)
            {
                return order;
            }
        }

        return (left.Length > 0).CompareTo(right.Length > 0);
    }

    private static ReadOnlySpan<char> SkipSeparators(ReadOnlySpan<char> text)
    {
        while (text.Length > 0 && !char.IsAsciiLetterOrDigit(text[0]) && text[0] is not ('~' or '^'))
        {
            text = text[1..];
        }

        return text;
    }

    // A tilde sorts below everything, the end included; a caret above the end and below everything else.
    private static int CompareMarks(ReadOnlySpan<char> left, ReadOnlySpan<char> right, out bool isDecided)
    {
        var (first, second) = (Mark(left), Mark(right));
        isDecided = first is '~' or '^' || second is '~' or '^';
        return isDecided ? Rank(first).CompareTo(Rank(second)) : 0;
    }

    private static char Mark(ReadOnlySpan<char> text) => text.Length == 0 ? '\0' : text[0];

    private static int Rank(char mark) => mark switch
    {
        '~' => 0,
        '\0' => 1,
        '^' => 2,
        _ => 3,
    };
}
