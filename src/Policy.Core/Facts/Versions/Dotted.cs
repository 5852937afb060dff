namespace Policy.Core.Facts.Versions;

/// <summary>Numbers joined by dots with an optional suffix.</summary>
internal static class Dotted
{
    private static readonly HashSet<string> Early = new(StringComparer.OrdinalIgnoreCase) { "alpha", "a", "beta", "b", "pre", "preview", "dev", "rc", "snapshot" };

    public static bool CanRead(ReadOnlySpan<char> text) => Digits.Count(Body(text)) > 0;

    public static int Compare(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var a = Body(left);
        var b = Body(right);
        for (var more = true; more;)
        {
            var order = Digits.Compare(Next(ref a, out var moreLeft), Next(ref b, out var moreRight));
            if (order != 0)
            {
                return order;
            }

            more = moreLeft || moreRight;
        }

        return CompareSuffixes(Suffix(a), Suffix(b));
    }

    // Without the leading v and what stands from the first + on.
    private static ReadOnlySpan<char> Body(ReadOnlySpan<char> text)
    {
        var plus = text.IndexOf('+');
        var body = plus < 0 ? text : text[..plus];
        return body.StartsWith("v", StringComparison.Ordinal) ? body[1..] : body;
    }

    private static ReadOnlySpan<char> Next(ref ReadOnlySpan<char> rest, out bool isMore)
    {
        var length = Digits.Count(rest);
        var number = rest[..length];
        rest = rest[length..];
        isMore = length > 0 && rest.Length > 1 && rest[0] == '.' && char.IsAsciiDigit(rest[1]);
        rest = isMore ? rest[1..] : rest;
        return number;
    }

    private static ReadOnlySpan<char> Suffix(ReadOnlySpan<char> rest) => rest.Length > 0 && rest[0] is '-' or '~' or '.' or '_' ? rest[1..] : rest;

    private static int CompareSuffixes(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var side = Side(left).CompareTo(Side(right));
        return side != 0 ? side : ComparePieces(left, right);
    }

    // Below no suffix, none, above it.
    private static int Side(ReadOnlySpan<char> suffix) =>
        suffix.Length == 0 ? 0 : Early.Contains(suffix[..Digits.CountLetters(suffix)].ToString()) ? -1 : 1;

    private static int ComparePieces(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        while (true)
        {
            var a = Piece(ref left);
            var b = Piece(ref right);
            if (a.Length == 0 || b.Length == 0)
            {
                return a.Length.CompareTo(b.Length);
            }

            var order = (char.IsAsciiDigit(a[0]), char.IsAsciiDigit(b[0])) switch
            {
                (true, true) => Digits.Compare(a, b),
                (false, false) => a.SequenceCompareTo(b),
                (true, false) => -1,
                (false, true) => 1,
            };
            if (order != 0)
            {
                return order;
            }
        }
    }

    private static ReadOnlySpan<char> Piece(ref ReadOnlySpan<char> rest)
    {
        while (rest.Length > 0 && !char.IsAsciiLetterOrDigit(rest[0]))
        {
            rest = rest[1..];
        }

        var length = Math.Max(Digits.Count(rest), Digits.CountLetters(rest));
        var piece = rest[..length];
        rest = rest[length..];
        return piece;
    }
}
