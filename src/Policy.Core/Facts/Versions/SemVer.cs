namespace Policy.Core.Facts.Versions;

/// <summary>Semantic Versioning 2.0.0.</summary>
internal static class SemVer
{
    public static bool CanRead(ReadOnlySpan<char> text)
    {
        var (core, early, build) = Split(text);
        var numbers = 0;
        foreach (var range in core.Split('.'))
        {
            if (!IsNumber(core[range]))
            {
                return false;
            }

            numbers++;
        }

        return numbers == 3 && HasIdentifiers(early, allowLeadingZeros: false) && HasIdentifiers(build, allowLeadingZeros: true);
    }

    public static int Compare(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var (leftCore, leftEarly, _) = Split(left);
        var (rightCore, rightEarly, _) = Split(right);
        var order = CompareLists(leftCore, rightCore);
        return order != 0 ? order
            : (leftEarly.Length > 0, rightEarly.Length > 0) switch
            {
                (false, false) => 0,
                (true, false) => -1,
                (false, true) => 1,
                (true, true) => CompareLists(leftEarly[1..], rightEarly[1..]),
            };
    }

    // Core, pre-release with its hyphen, build with its plus; what is not there is empty.
    private static Parts Split(ReadOnlySpan<char> text)
    {
        var plus = text.IndexOf('+');
        var build = plus < 0 ? [] : text[plus..];
        var rest = plus < 0 ? text : text[..plus];
        var hyphen = rest.IndexOf('-');
        return new Parts(hyphen < 0 ? rest : rest[..hyphen], hyphen < 0 ? [] : rest[hyphen..], build);
    }

    private static bool IsNumber(ReadOnlySpan<char> text) => text.Length > 0 && Digits.Count(text) == text.Length && (text.Length == 1 || text[0] != '0');

    private static bool HasIdentifiers(ReadOnlySpan<char> marked, bool allowLeadingZeros)
    {
        if (marked.Length == 0)
        {
            return true;
        }

        var list = marked[1..];
        foreach (var range in list.Split('.'))
        {
            var item = list[range];
            var isNumber = Digits.Count(item) == item.Length;
            if (item.Length == 0 || !IsIdentifier(item) || (isNumber && !allowLeadingZeros && !IsNumber(item)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsIdentifier(ReadOnlySpan<char> item)
    {
        foreach (var letter in item)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter != '-')
            {
                return false;
            }
        }

        return true;
    }

    private static int CompareLists(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var a = left.Split('.');
        var b = right.Split('.');
        while (true)
        {
            var (hasLeft, hasRight) = (a.MoveNext(), b.MoveNext());
            if (!hasLeft || !hasRight)
            {
                return hasLeft.CompareTo(hasRight);
            }

            var order = CompareItems(left[a.Current], right[b.Current]);
            if (order != 0)
            {
                return order;
            }
        }
    }

    private static int CompareItems(ReadOnlySpan<char> left, ReadOnlySpan<char> right) => (Digits.Count(left) == left.Length, Digits.Count(right) == right.Length) switch
    {
        (true, true) => Digits.Compare(left, right),
        (true, false) => -1,
        (false, true) => 1,
        (false, false) => left.SequenceCompareTo(right),
    };

    private readonly ref struct Parts(ReadOnlySpan<char> core, ReadOnlySpan<char> early, ReadOnlySpan<char> build)
    {
        private readonly ReadOnlySpan<char> core = core;
        private readonly ReadOnlySpan<char> early = early;
        private readonly ReadOnlySpan<char> build = build;

        public void Deconstruct(out ReadOnlySpan<char> core, out ReadOnlySpan<char> early, out ReadOnlySpan<char> build)
        {
            core = this.core;
            early = this.early;
            build = this.build;
        }
    }
}
