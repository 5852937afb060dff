namespace Policy.Core.Facts.Versions;

/// <summary>Pacman's <c>[epoch:]version[-release]</c>, as <c>vercmp</c>; a release counts only where both have one.</summary>
internal static class Pacman
{
    public static bool CanRead(ReadOnlySpan<char> text) => Rpm.CanRead(text);

    public static int Compare(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var a = new EpochText(left);
        var b = new EpochText(right);
        var order = Digits.Compare(a.Epoch, b.Epoch);
        order = order != 0 ? order : ComparePart(a.Version, b.Version);
        return order != 0 || !a.HasRelease || !b.HasRelease ? order : ComparePart(a.Release, b.Release);
    }

    // As rpmvercmp of old, without tilde and caret; what is left over sorts lower if it begins with a letter, and more separators sort higher.
    private static int ComparePart(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.SequenceEqual(right))
        {
            return 0;
        }

        while (left.Length > 0 && right.Length > 0)
        {
            var (skippedLeft, skippedRight) = (Separators(left), Separators(right));
            left = left[skippedLeft..];
            right = right[skippedRight..];
            if (left.Length == 0 || right.Length == 0)
            {
                break;
            }

            if (skippedLeft != skippedRight)
            {
                return skippedLeft.CompareTo(skippedRight);
            }

            var order = CompareSegments(ref left, ref right);
            if (order != 0)
            {
                return order;
            }
        }

        return CompareRests(left, right);
    }

    private static int CompareRests(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.Length == 0 && right.Length == 0)
        {
            return 0;
        }

        var isLeftLower = (left.Length == 0 && !char.IsAsciiLetter(right[0])) || (left.Length > 0 && char.IsAsciiLetter(left[0]));
        return isLeftLower ? -1 : 1;
    }

    private static int Separators(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && !char.IsAsciiLetterOrDigit(text[count]))
        {
            count++;
        }

        return count;
    }

    private static int CompareSegments(ref ReadOnlySpan<char> left, ref ReadOnlySpan<char> right)
    {
        var isNumber = char.IsAsciiDigit(left[0]);
        var (a, b) = isNumber ? (Digits.Count(left), Digits.Count(right)) : (Digits.CountLetters(left), Digits.CountLetters(right));
        if (b == 0)
        {
            return isNumber ? 1 : -1;
        }

        var order = isNumber ? Digits.Compare(left[..a], right[..b]) : left[..a].SequenceCompareTo(right[..b]);
        left = left[a..];
        right = right[b..];
        return order;
    }
}
