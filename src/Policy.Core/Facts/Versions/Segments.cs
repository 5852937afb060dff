namespace Policy.Core.Facts.Versions;

/// <summary>The runs of digits or letters that RPM and pacman compare one by one.</summary>
internal static class Segments
{
    /// <summary>Compares the runs at the beginning of two texts that begin with a letter or digit, and moves both behind them.</summary>
    /// <remarks>Numbers are above letters; letters compare by ordinal.</remarks>
    public static int Compare(ref ReadOnlySpan<char> left, ref ReadOnlySpan<char> right)
    {
        var isNumber = char.IsAsciiDigit(left[0]);
        var first = left[..LengthAt(left, isNumber)];
        var second = right[..LengthAt(right, isNumber)];
        left = left[first.Length..];
        right = right[second.Length..];
        return (isNumber, second.Length) switch
        {
            (true, 0) => 1,
            (false, 0) => -1,
            (true, _) => Digits.Compare(first, second),
            (false, _) => Math.Sign(first.SequenceCompareTo(second)),
        };
    }

    private static int LengthAt(ReadOnlySpan<char> text, bool isNumber) => isNumber ? Digits.LengthAt(text) : Digits.LettersAt(text);
}
