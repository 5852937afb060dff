namespace Policy.Core.Facts.Versions;

/// <summary>RPM's <c>[epoch:]version[-release]</c>, each part as <c>rpmvercmp</c>; without a release on one side, releases do not count.</summary>
internal static class Rpm
{
    public static bool CanRead(ReadOnlySpan<char> text)
    {
        var parts = new EpochText(text);
        return parts.HasReadableEpoch && parts.Version.ContainsAnyInRange('0', '9') && !text.ContainsAny(' ', '\t', '\n') && (!parts.HasRelease || parts.Release.Length > 0);
    }

    public static int Compare(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var a = new EpochText(left);
        var b = new EpochText(right);
        var order = Digits.Compare(a.Epoch, b.Epoch);
        order = order != 0 ? order : ComparePart(a.Version, b.Version);
        return order != 0 || !a.HasRelease || !b.HasRelease ? order : ComparePart(a.Release, b.Release);
    }

    /// <summary>rpmvercmp of one part.</summary>
    public static int ComparePart(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        while (left.Length > 0 || right.Length > 0)
        {
            left = SkipSeparators(left);
            right = SkipSeparators(right);
            if (CompareMarks(ref left, ref right) is { } marked)
            {
                if (marked != 0)
                {
                    return marked;
                }

                continue;
            }

            if (left.Length == 0 || right.Length == 0)
            {
                break;
            }

            var order = CompareSegments(ref left, ref right);
            if (order != 0)
            {
                return order;
            }
        }

        return left.Length.CompareTo(right.Length) is var rest && rest == 0 ? 0 : Math.Sign(rest);
    }

    private static ReadOnlySpan<char> SkipSeparators(ReadOnlySpan<char> text)
    {
        while (text.Length > 0 && !char.IsAsciiLetterOrDigit(text[0]) && text[0] is not ('~' or '^'))
        {
            text = text[1..];
        }

        return text;
    }

    // A tilde sorts before everything, also the end; a caret behind the end and before everything else.
    private static int? CompareMarks(ref ReadOnlySpan<char> left, ref ReadOnlySpan<char> right)
    {
        var (a, b) = (left.Length > 0 ? left[0] : '\0', right.Length > 0 ? right[0] : '\0');
        if (a is not ('~' or '^') && b is not ('~' or '^'))
        {
            return null;
        }

        if (a == b)
        {
            left = left[1..];
            right = right[1..];
            return 0;
        }

        if (a == '~' || b == '~')
        {
            return a == '~' ? -1 : 1;
        }

        return a == '\0' ? -1 : b == '\0' ? 1 : a == '^' ? -1 : 1;
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
