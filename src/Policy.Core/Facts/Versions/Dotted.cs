namespace Policy.Core.Facts.Versions;

/// <summary>Numbers joined by dots with an optional suffix, as most programs print their version.</summary>
/// <remarks>
/// An optional <c>v</c>, digits separated by dots, a suffix; everything from the first <c>+</c> on is ignored. A suffix whose first
/// word means "not yet released" sorts below no suffix, any other above it.
/// </remarks>
internal static class Dotted
{
    private static readonly string[] BeforeRelease = ["alpha", "a", "beta", "b", "pre", "preview", "dev", "rc", "snapshot"];

    /// <summary>Whether a digit stands where the numbers begin.</summary>
    public static bool CanRead(ReadOnlySpan<char> text)
    {
        var start = text.StartsWith('v') ? 1 : 0;
        return start < text.Length && char.IsAsciiDigit(text[start]);
    }

    /// <summary>Below zero, zero, or above zero.</summary>
    public static int Compare(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        Split(left, out var leftNumbers, out var leftSuffix);
        Split(right, out var rightNumbers, out var rightSuffix);
        var numbers = CompareNumbers(leftNumbers, rightNumbers);
        if (numbers != 0)
        {
            return numbers;
        }

        var sides = Side(leftSuffix).CompareTo(Side(rightSuffix));
        return sides != 0 ? sides : ComparePieces(leftSuffix, rightSuffix);
    }

    private static void Split(ReadOnlySpan<char> text, out ReadOnlySpan<char> numbers, out ReadOnlySpan<char> suffix)
    {
        var plus = text.IndexOf('+');
        text = plus < 0 ? text : text[..plus];
        text = text.StartsWith('v') ? text[1..] : text;
        var end = Digits.LengthAt(text);
        while (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            end += 1 + Digits.LengthAt(text[(end + 1)..]);
        }

        numbers = text[..end];
        suffix = text[end..];
        suffix = suffix.Length > 0 && suffix[0] is '-' or '~' or '.' or '_' ? suffix[1..] : suffix;
    }

    private static int CompareNumbers(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        while (left.Length > 0 || right.Length > 0)
        {
            var parts = Digits.Compare(NextPart(ref left), NextPart(ref right));
            if (parts != 0)
            {
                return parts;
            }
        }

        return 0;
    }

    private static ReadOnlySpan<char> NextPart(ref ReadOnlySpan<char> numbers)
    {
        var part = numbers[..Digits.LengthAt(numbers)];
        numbers = numbers.Length > part.Length ? numbers[(part.Length + 1)..] : [];
        return part;
    }

    private static int Side(ReadOnlySpan<char> suffix)
    {
        if (suffix.Length == 0)
        {
            return 0;
        }

        return IsBeforeRelease(NextPiece(ref suffix)) ? -1 : 1;
    }

    private static bool IsBeforeRelease(ReadOnlySpan<char> word)
    {
        foreach (var name in BeforeRelease)
        {
            if (word.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static int ComparePieces(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        while (true)
        {
            var leftPiece = NextPiece(ref left);
            var rightPiece = NextPiece(ref right);
            if (leftPiece.Length == 0 || rightPiece.Length == 0)
            {
                return (leftPiece.Length > 0).CompareTo(rightPiece.Length > 0);
            }

            var pieces = ComparePiece(leftPiece, rightPiece);
            if (pieces != 0)
            {
                return pieces;
            }
        }
    }

    private static int ComparePiece(ReadOnlySpan<char> left, ReadOnlySpan<char> right) => (char.IsAsciiDigit(left[0]), char.IsAsciiDigit(right[0])) switch
    {
        (true, true) => Digits.Compare(left, right),
        (true, false) => -1,
        (false, true) => 1,
        (false, false) => Math.Sign(left.SequenceCompareTo(right)),
    };

    private static ReadOnlySpan<char> NextPiece(ref ReadOnlySpan<char> suffix)
    {
        while (suffix.Length > 0 && !char.IsAsciiLetterOrDigit(suffix[0]))
        {
            suffix = suffix[1..];
        }

        var digits = Digits.LengthAt(suffix);
        var length = digits > 0 ? digits : Digits.LettersAt(suffix);
        var piece = suffix[..length];
        suffix = suffix[length..];
        return piece;
    }
}
