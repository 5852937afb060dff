using System.Globalization;

namespace Policy.Core.Facts.Versions;

/// <summary>Debian package versions: Debian policy 5.6.12, deb-version(7), as <c>dpkg --compare-versions</c>.</summary>
internal static class Deb
{
    private const string Signs = "+-";

    /// <summary>Whether <c>dpkg --validate-version</c> accepts it.</summary>
    public static bool CanRead(ReadOnlySpan<char> text)
    {
        var parts = EpochVersionRelease.Of(text);
        return (!parts.HasEpoch || IsEpoch(parts.Epoch))
            && parts.Version.Length > 0
            && char.IsAsciiDigit(parts.Version[0])
            && EpochVersionRelease.Holds(parts.Version, ".-+~:")
            && parts.HasRelease == (parts.Release.Length > 0)
            && EpochVersionRelease.Holds(parts.Release, ".+~");
    }

    /// <summary>Below zero, zero, or above zero; a missing epoch or revision is 0.</summary>
    public static int Compare(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var first = EpochVersionRelease.Of(left);
        var second = EpochVersionRelease.Of(right);
        var order = Digits.Compare(first.Epoch.TrimStart(Signs), second.Epoch.TrimStart(Signs));
        order = order != 0 ? order : ComparePart(first.Version, second.Version);
        return order != 0 ? order : ComparePart(first.Release, second.Release);
    }

    // dpkg reads it by strtol(3), which takes a sign.
    private static bool IsEpoch(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var epoch) && epoch >= 0;

    private static int ComparePart(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        while (left.Length > 0 || right.Length > 0)
        {
            var order = CompareText(ref left, ref right);
            if (order != 0)
            {
                return order;
            }

            var (leftDigits, rightDigits) = (Digits.LengthAt(left), Digits.LengthAt(right));
            order = Digits.Compare(left[..leftDigits], right[..rightDigits]);
            if (order != 0)
            {
                return order;
            }

            left = left[leftDigits..];
            right = right[rightDigits..];
        }

        return 0;
    }

    private static int CompareText(ref ReadOnlySpan<char> left, ref ReadOnlySpan<char> right)
    {
        while (IsText(left) || IsText(right))
        {
            var order = Weight(left).CompareTo(Weight(right));
            if (order != 0)
            {
                return order;
            }

            left = left[1..];
            right = right[1..];
        }

        return 0;
    }

    private static bool IsText(ReadOnlySpan<char> text) => text.Length > 0 && !char.IsAsciiDigit(text[0]);

    // A tilde sorts below the end of the part, and letters below everything else.
    private static int Weight(ReadOnlySpan<char> text) => text.Length == 0 || char.IsAsciiDigit(text[0])
        ? 0
        : text[0] switch
        {
            '~' => -1,
            var letter when char.IsAsciiLetter(letter) => letter,
            var other => other + char.MaxValue,
        };
}
