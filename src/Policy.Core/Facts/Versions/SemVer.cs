namespace Policy.Core.Facts.Versions;

/// <summary>Semantic Versioning 2.0.0.</summary>
internal static class SemVer
{
    /// <summary>Whether it is <c>major.minor.patch</c> with optional <c>-prerelease</c> and <c>+build</c>, without leading zeros.</summary>
    public static bool CanRead(ReadOnlySpan<char> text)
    {
        Split(text, out var core, out var prerelease, out var build);
        var numbers = 0;
        foreach (var part in core.Split('.'))
        {
            if (!IsNumber(core[part]))
            {
                return false;
            }

            numbers++;
        }

        return numbers == 3 && AreIdentifiers(prerelease, mayHaveLeadingZeros: false) && AreIdentifiers(build, mayHaveLeadingZeros: true);
    }

    /// <summary>Below zero, zero, or above zero; the build metadata plays no part.</summary>
    public static int Compare(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        Split(left, out var leftCore, out var leftPrerelease, out _);
        Split(right, out var rightCore, out var rightPrerelease, out _);
        var cores = CompareIdentifiers(leftCore, rightCore);
        return (cores, leftPrerelease.Length, rightPrerelease.Length) switch
        {
            (not 0, _, _) => cores,
            (_, 0, 0) => 0,
            (_, 0, _) => 1,
            (_, _, 0) => -1,
            _ => CompareIdentifiers(leftPrerelease[1..], rightPrerelease[1..]),
        };
    }

    // The parts keep their leading `-` and `+`, so that an empty part is one that is not there.
    private static void Split(ReadOnlySpan<char> text, out ReadOnlySpan<char> core, out ReadOnlySpan<char> prerelease, out ReadOnlySpan<char> build)
    {
        var plus = text.IndexOf('+');
        build = plus < 0 ? [] : text[plus..];
        var rest = plus < 0 ? text : text[..plus];
        var hyphen = rest.IndexOf('-');
        prerelease = hyphen < 0 ? [] : rest[hyphen..];
        core = hyphen < 0 ? rest : rest[..hyphen];
    }

    private static bool IsNumber(ReadOnlySpan<char> text) =>
        text.Length > 0 && Digits.LengthAt(text) == text.Length && (text.Length == 1 || text[0] != '0');

    private static bool AreIdentifiers(ReadOnlySpan<char> part, bool mayHaveLeadingZeros)
    {
        if (part.Length == 0)
        {
            return true;
        }

        var identifiers = part[1..];
        foreach (var range in identifiers.Split('.'))
        {
            var identifier = identifiers[range];
            var isNumeric = Digits.LengthAt(identifier) == identifier.Length;
            if (identifier.Length == 0 || !EpochVersionRelease.Holds(identifier, "-") || (isNumeric && !mayHaveLeadingZeros && !IsNumber(identifier)))
            {
                return false;
            }
        }

        return true;
    }

    private static int CompareIdentifiers(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var leftRanges = left.Split('.');
        var rightRanges = right.Split('.');
        while (true)
        {
            var (hasLeft, hasRight) = (leftRanges.MoveNext(), rightRanges.MoveNext());
            if (!hasLeft || !hasRight)
            {
                return hasLeft.CompareTo(hasRight);
            }

            var identifiers = CompareIdentifier(left[leftRanges.Current], right[rightRanges.Current]);
            if (identifiers != 0)
            {
                return identifiers;
            }
        }
    }

    private static int CompareIdentifier(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        (Digits.LengthAt(left) == left.Length, Digits.LengthAt(right) == right.Length) switch
        {
            (true, true) => Digits.Compare(left, right),
            (true, false) => -1,
            (false, true) => 1,
            (false, false) => Math.Sign(left.SequenceCompareTo(right)),
        };
}
